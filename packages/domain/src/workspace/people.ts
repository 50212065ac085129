import { z } from 'zod'
import { Role } from '../role.ts'
import { Scope } from '../scope.ts'
import { Slug } from '../slug.ts'
import { CalendarDate } from '../source/source.ts'

const Moment = z.iso.datetime()

/** An e-mail address as it is kept: without spaces around it, in lower case. */
const Email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email())
  .meta({ description: 'The e-mail address', examples: ['ida@example.dk'] })
const Name = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .meta({ description: 'What the person is called; the history shows it', examples: ['Ida Hansen'] })

/** `/people/{person}`: a person with an account. */
export const WorkspacePerson = z
  .strictObject({
    id: z.string().describe('Names the account whatever its e-mail, name and role become'),
    email: z.string(),
    name: z.string(),
    role: Role,
    closed: z.boolean().describe('Whether the account is closed'),
    awaited: z.boolean().describe('Whether the person has not chosen a password yet'),
  })
  .meta({ id: 'WorkspacePerson', description: 'A person with an account.' })
export type WorkspacePerson = z.infer<typeof WorkspacePerson>

/** Who an account is made for. */
export const NewPerson = z
  .strictObject({ email: Email, name: Name, role: Role })
  .meta({ id: 'NewPerson', description: 'Who an account is made for.' })
export type NewPerson = z.infer<typeof NewPerson>

/** Several people at once, as a list is pasted: all of them get accounts, or none. */
export const NewPeople = z
  .strictObject({ people: z.array(NewPerson).min(1).max(200) })
  .meta({ id: 'NewPeople', description: 'Several people: all of them get accounts, or none.' })

/** A link by which a person starts to use their account. It is shown once. */
export const PersonInvitation = z
  .strictObject({
    link: z.string().describe('Hand it over where it is not mailed; it can be used once'),
    isMailed: z.boolean().describe('Whether it is on its way by mail'),
    days: z.int().describe('How many days it can be used'),
  })
  .meta({ id: 'PersonInvitation', description: 'A link by which a person starts to use their account.' })
export type PersonInvitation = z.infer<typeof PersonInvitation>

/** A person who has just been invited. */
export const InvitedPerson = z
  .strictObject({ person: WorkspacePerson, invitation: PersonInvitation })
  .meta({ id: 'InvitedPerson', description: 'A person who has just been invited.' })

/** People who have just been invited. */
export const InvitedPeople = z
  .strictObject({ people: z.array(InvitedPerson) })
  .meta({ id: 'InvitedPeople', description: 'People who have just been invited, in the order they were sent.' })

/** What can be changed of an account. */
export const PersonPatch = z
  .strictObject({
    name: Name.optional(),
    role: Role.optional(),
    closed: z
      .boolean()
      .optional()
      .describe('true: the sessions and tokens of the person end. false: the same account is opened again'),
  })
  .meta({ id: 'PersonPatch', description: 'What can be changed of an account.' })
export type PersonPatch = z.infer<typeof PersonPatch>

/** A one-time password. It is shown once. */
export const OneTimePassword = z
  .strictObject({ password: z.string(), days: z.int().describe('How many days it can be used') })
  .meta({ id: 'OneTimePassword', description: 'A one-time password, shown once.' })

/** `/tokens/{token}`: what a program is let in with; never its secret. */
export const WorkspaceToken = z
  .strictObject({
    name: z.string(),
    email: z.string().describe('Whose it is: it may never do more than they'),
    expiresOn: CalendarDate.describe('The last day it is good for'),
    scopes: z.array(Scope),
    indicators: z.array(Slug).nullable().describe('The only indicators it is good for; null: all'),
    createdAt: Moment.nullable().describe('null: it was made before this was noted'),
    lastUsedAt: Moment.nullable().describe('Give or take an hour; null: never used'),
  })
  .meta({ id: 'WorkspaceToken', description: 'What a program is let in with; never its secret.' })
export type WorkspaceToken = z.infer<typeof WorkspaceToken>

/** What a token is made with. */
export const NewToken = z
  .strictObject({
    name: z.string().trim().min(1).max(80).describe('Says what the token is for'),
    email: Email.describe('Whose it is'),
    expiresOn: CalendarDate.describe('The last day it is good for, a year from today at most'),
    scopes: z.array(Scope).min(1),
    indicators: z.array(Slug).min(1).nullable().default(null).describe('The only indicators it is good for; null: all'),
  })
  .describe('What a token is made with.')
export type NewToken = z.infer<typeof NewToken>

/** A token that has just been made, with its secret, which is shown once. */
export const MadeToken = z
  .strictObject({ token: WorkspaceToken, secret: z.string().describe('Shown once; nothing keeps it') })
  .meta({ id: 'MadeToken', description: 'A token that has just been made, with its secret.' })

/** `/sessions/{session}`: where the person who asks is signed in. */
export const WorkspaceSession = z
  .strictObject({
    id: z.string(),
    createdAt: Moment,
    lastSeenAt: Moment,
    agent: z.string().describe('What the browser calls itself'),
    current: z.boolean().describe('Whether it is the one that asks'),
  })
  .meta({ id: 'WorkspaceSession', description: 'Where the person who asks is signed in.' })
export type WorkspaceSession = z.infer<typeof WorkspaceSession>

/** A row of the record of sign-ins. */
export const WorkspaceSignIn = z
  .strictObject({
    number: z.int(),
    at: Moment.describe('When it happened first'),
    lastAt: Moment.describe('When it happened last; several of the same within ten minutes are one row'),
    count: z.int(),
    kind: z.string().describe('What happened: `signed-in`, `wrong-password` …'),
    name: z.string().nullable().describe('Whose account; null: there is none'),
    address: z.string().nullable().describe('The network address without its last part; null: from the command line'),
    detail: z.string(),
  })
  .meta({ id: 'WorkspaceSignIn', description: 'A row of the record of sign-ins.' })

/** Whether a person has proved lately who they are, and how they can. */
export const Proof = z
  .strictObject({
    isFresh: z.boolean().describe('Whether they have, in the last ten minutes'),
    ways: z.array(z.enum(['password', 'code', 'passkey'])).describe('How they can'),
  })
  .meta({ id: 'Proof', description: 'Whether a person has proved lately who they are, and how they can.' })
export type Proof = z.infer<typeof Proof>

/** What a passkey is asked to sign, as `navigator.credentials.get` takes it. */
export const PasskeyChallenge = z
  .strictObject({ passkey: z.looseObject({ challenge: z.string() }).describe('PublicKeyCredentialRequestOptionsJSON') })
  .meta({ id: 'PasskeyChallenge', description: 'What a passkey is asked to sign.' })

/** A proof of who a person is, in one of the ways. */
export const GivenProof = z
  .union([
    z.strictObject({ password: z.string().min(1).max(1000) }),
    z.strictObject({ code: z.string().min(6).max(20).describe('A one-time code of the authenticator app') }),
    z.strictObject({ passkey: z.looseObject({ id: z.string() }).describe('What the passkey signed, as JSON') }),
  ])
  .meta({ id: 'GivenProof', description: 'A proof of who a person is: a password, a one-time code, or a passkey.' })
export type GivenProof = z.infer<typeof GivenProof>
