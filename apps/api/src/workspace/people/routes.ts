import { pageSchema } from '@pejling/domain/workspace/answers'
import {
  InvitedPeople,
  NewPeople,
  OneTimePassword,
  PersonInvitation,
  PersonPatch,
  WorkspacePerson,
} from '@pejling/domain/workspace/people'
import { z } from 'zod'
import { passwordLink } from '../../accounts/password-links.ts'
import { pageOf, pageParameters } from '../../http/pages.ts'
import type { WorkspaceParts } from '../../workspace-http/parts.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import type { Inviting } from '../../extras/mail/account-mails.ts'
import { requireProof } from '../proof.ts'
import {
  changePerson,
  forgetWorkspacePerson,
  getPerson,
  givePassword,
  inviteAgain,
  invitePeople,
  listWorkspacePeople,
  takeFactors,
} from './people.ts'

const tag = 'people'
const one = '/people/:person'
const params = z.strictObject({
  person: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .meta({ description: 'The id of the account', examples: ['q3vX0cJbWn1k'] }),
})
const none = z.strictObject({})
const access = { people: 'administrator' } as const
const problems = { 403: 'The rights do not reach; `proof-required`: prove first who you are, at `/proof`' }

const inviting = ({ site, provider, mail }: WorkspaceParts): Inviting => ({
  url: site.url,
  byProvider: provider !== null,
  sendsMail: mail !== null,
})

const example = {
  id: 'q3vX0cJbWn1k',
  email: 'ida@example.dk',
  name: 'Ida Hansen',
  role: 'contributor',
  closed: false,
  awaited: true,
}
const exampleInvitation = {
  link: passwordLink('https://pejling.example.dk', '8wVn3…', 'da'),
  isMailed: true,
  days: 7,
}

/** People with accounts: for administrators, never for a token. */
export function addPeopleRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/people',
    operationId: 'listPeople',
    summary: 'People with accounts',
    description: 'Everybody with an account, by name.',
    tag,
    access,
    params: none,
    query: z.strictObject(pageParameters),
    body: noContent,
    answers: { 200: { description: 'A page of people', schema: pageSchema(WorkspacePerson) } },
    example: { answer: { items: [example], total: 1, next: null } },
    handler: ({ db, query }) => ({
      page: pageOf(listWorkspacePeople(db), ({ name, id }) => [name, id], query),
    }),
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/people',
    operationId: 'invitePeople',
    summary: 'Invite people',
    description:
      'Makes an account for each, all of them or none, with a link by which the person starts to use it: mailed where there is a mail server, and shown once in the answer.',
    tag,
    access,
    problems,
    isSecret: true,
    params: none,
    query: none,
    body: NewPeople,
    answers: { 201: { description: 'The people with their invitations', schema: InvitedPeople } },
    example: {
      body: { people: [{ email: 'ida@example.dk', name: 'Ida Hansen', role: 'contributor' }] },
      answer: { people: [{ person: example, invitation: exampleInvitation }] },
    },
    handler: ({ db, parts, body, who }) => {
      requireProof(db, who)
      return { status: 201, body: { people: invitePeople(db, who, body.people, inviting(parts)) } }
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: one,
    operationId: 'getPerson',
    summary: 'A person',
    description: 'A person with an account.',
    tag,
    access,
    params,
    query: none,
    body: noContent,
    answers: { 200: { description: 'The person', schema: WorkspacePerson } },
    example: { answer: example },
    handler: ({ db, params: { person } }) => ({ body: getPerson(db, person) }),
  })
  addWorkspaceRoute(to, {
    method: 'PATCH',
    url: one,
    operationId: 'changePerson',
    summary: 'Change, close or open an account',
    description: 'Changes the name or the role, closes the account, or opens it again.',
    tag,
    access,
    problems: { ...problems, 409: 'It is the only administrator, or one’s own account' },
    params,
    query: none,
    body: PersonPatch,
    answers: { 200: { description: 'The person as they stand now', schema: WorkspacePerson } },
    example: { body: { role: 'editor' }, answer: { ...example, role: 'editor' } },
    current: ({ db, params: { person } }) => getPerson(db, person),
    handler: ({ db, params: { person: id }, body, who }) => {
      requireProof(db, who)
      const person = changePerson(db, who, id, body)
      return { body: person, stands: person }
    },
  })
  addWorkspaceRoute(to, {
    method: 'DELETE',
    url: one,
    operationId: 'forgetPerson',
    summary: 'Forget a person',
    description:
      'The address, the name and the ways to sign in are gone, from the history too; a former user with a number stands in their place. This cannot be undone.',
    tag,
    access,
    problems: { ...problems, 409: 'It is the only administrator, or one’s own account' },
    params,
    query: none,
    body: noContent,
    answers: { 204: { description: 'The person is forgotten', schema: null } },
    example: {},
    current: ({ db, params: { person } }) => getPerson(db, person),
    handler: ({ db, params: { person }, who }) => {
      requireProof(db, who)
      forgetWorkspacePerson(db, who, person)
      return {}
    },
  })
  addSecretRoutes(to)
}

function addSecretRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'POST',
    url: `${one}/invitation`,
    operationId: 'inviteAgain',
    summary: 'Invite a person again',
    description: 'Makes another link, which is mailed where there is a mail server. Earlier links end.',
    tag,
    access,
    problems,
    isSecret: true,
    params,
    query: none,
    body: noContent,
    answers: { 201: { description: 'The invitation', schema: PersonInvitation } },
    example: { answer: exampleInvitation },
    handler: ({ db, parts, params: { person }, who }) => {
      requireProof(db, who)
      return { status: 201, body: inviteAgain(db, who, person, inviting(parts)) }
    },
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: `${one}/password`,
    operationId: 'givePassword',
    summary: 'Give a person a one-time password',
    description: 'It is shown once. The sessions and tokens of the person end.',
    tag,
    access,
    problems,
    isSecret: true,
    params,
    query: none,
    body: noContent,
    answers: { 201: { description: 'The password', schema: OneTimePassword } },
    example: { answer: { password: 'abcdef-ghijkl-mnopqr-stuvwx', days: 7 } },
    handler: ({ db, params: { person }, who, request }) => {
      requireProof(db, who)
      return { status: 201, body: givePassword(db, who, person, request.ip) }
    },
  })
  addWorkspaceRoute(to, {
    method: 'DELETE',
    url: `${one}/factors`,
    operationId: 'takeFactors',
    summary: 'Take away second factors',
    description: 'For a person who has lost them: they sign in by password alone and set up others.',
    tag,
    access,
    problems,
    params,
    query: none,
    body: noContent,
    answers: { 204: { description: 'They are gone', schema: null } },
    example: {},
    handler: ({ db, params: { person }, who, request }) => {
      requireProof(db, who)
      takeFactors(db, who, person, request.ip)
      return {}
    },
  })
}
