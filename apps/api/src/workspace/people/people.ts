import type { NewPerson, PersonPatch, WorkspacePerson } from '@pejling/domain/workspace/people'
import { forgetPerson } from '../../accounts/forget.ts'
import { resetFactors } from '../../accounts/second-factors.ts'
import {
  AccountError,
  addInvitedUsers,
  changeUser,
  disableUser,
  listPeople,
  oneTimeDays,
  openUser,
  resetPassword,
  type AccountProblem,
} from '../../accounts/users.ts'
import type { SignedIn } from '../../accounts/sessions.ts'
import type { Database } from '../../db/database.ts'
import { invitePerson, type Invitation, type Inviting } from '../../extras/mail/account-mails.ts'
import type { Problem } from '../../http/problem.ts'
import { conflict, noSuch, wrongAt } from '../references.ts'

/* People with accounts, for administrators: over the verbs of accounts/, with problems that say what to do. */

/** Everybody with an account, by name. */
export const listWorkspacePeople = (db: Database): WorkspacePerson[] => listPeople(db)

/** The person of an account's id. Throws a Problem (404). */
export function getPerson(db: Database, id: string): WorkspacePerson {
  const person = listPeople(db).find((one) => one.id === id)
  if (!person) throw noSuch(`Der er ingen konto "${id}".`, `There is no account "${id}".`)
  return person
}

const problems: Readonly<Record<AccountProblem, () => Problem>> = {
  unknown: () => noSuch('Der er ingen sådan konto.', 'There is no such account.'),
  taken: () =>
    conflict(
      'E-mailadressen har allerede en konto. Åbn den igen, hvis den er lukket.',
      'The e-mail address has an account already. Open it again if it is closed.',
    ),
  'name-missing': () => wrongAt('/name', 'Skriv et navn.', 'Write a name.'),
  'name-reserved': () =>
    wrongAt(
      '/name',
      'Navnet bruges af systemet selv. Vælg et andet.',
      'The system itself uses this name. Choose another.',
    ),
  'name-taken': () =>
    wrongAt(
      '/name',
      'En anden konto hedder det samme. Skriv noget, der skelner de to, fx afdelingen.',
      'Another account has the same name. Write something that tells the two apart, e.g. the department.',
    ),
  'last-administrator': () =>
    conflict(
      'Det er den eneste administrator. Gør en anden til administrator først.',
      'This is the only administrator. Make another person administrator first.',
    ),
  'break-glass': () =>
    conflict(
      'Nødkontoen bruges kun med sin adgangskode og kan ikke inviteres.',
      'The break-glass account is used with its password alone and cannot be invited.',
    ),
}

/** Does something with accounts; what they refuse is a Problem. */
function asked<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof AccountError) throw problems[error.reason]()
    throw error
  }
}

const oneself = (): Problem =>
  conflict(
    'Det kan ingen gøre med sin egen konto. Bed en anden administrator.',
    'Nobody can do this with their own account. Ask another administrator.',
  )

/** Who does something, and from which network address. */
export type Doer = Pick<SignedIn, 'actor' | 'email'>

/** A person who has just been invited. */
export interface Invited {
  readonly person: WorkspacePerson
  readonly invitation: Invitation
}

/**
 * Makes accounts, all of them or none, and invites the people: by a link that is shown once, and mailed where there is a mail server.
 * Throws a Problem (409, 422), and a NotAllowedError.
 */
export function invitePeople(
  db: Database,
  { actor }: Doer,
  people: readonly NewPerson[],
  inviting: Inviting,
): readonly Invited[] {
  const addresses = people.map(({ email }) => email)
  const twice = addresses.findIndex((email, index) => addresses.indexOf(email) !== index)
  if (twice !== -1) {
    throw wrongAt(`/people/${twice}/email`, 'Adressen står to gange.', 'The address stands here twice.')
  }
  return asked(() =>
    db.sql.transaction(
      () => {
        addInvitedUsers(db, actor, people)
        return people.map(({ email }) => {
          const invitation = invitePerson(db, actor, { email, ...inviting })
          const person = listPeople(db).find((one) => one.email === email)
          if (!person) throw new AccountError(`There is no account for ${email}`)
          return { person, invitation }
        })
      },
      { behavior: 'immediate' },
    ),
  )
}

/** Invites a person again: earlier links of theirs end. Throws a Problem (404, 409), and a NotAllowedError. */
export function inviteAgain(db: Database, { actor }: Doer, id: string, inviting: Inviting): Invitation {
  const { email, closed } = getPerson(db, id)
  if (closed) {
    throw conflict('Kontoen er lukket. Åbn den først.', 'The account is closed. Open it first.')
  }
  return asked(() => invitePerson(db, actor, { email, ...inviting }))
}

/** Changes an account's name or role, closes it or opens it again, all or nothing. Throws a Problem (404, 409, 422), and a NotAllowedError. */
export function changePerson(
  db: Database,
  { actor, email: own }: Doer,
  id: string,
  patch: PersonPatch,
): WorkspacePerson {
  const { email, role, closed } = getPerson(db, id)
  const isOwn = email === own
  // Whoever gave up their own role, or closed their own account, could not take it back.
  if (isOwn && ((patch.role !== undefined && patch.role !== role) || patch.closed === true)) throw oneself()
  return asked(() =>
    db.sql.transaction(
      () => {
        if (patch.closed === false && closed) openUser(db, actor, { email })
        if (patch.name !== undefined || patch.role !== undefined) {
          changeUser(db, actor, { email, name: patch.name, role: patch.role })
        }
        if (patch.closed === true && !closed) disableUser(db, actor, { email })
        return getPerson(db, id)
      },
      { behavior: 'immediate' },
    ),
  )
}

/** Gives a person a one-time password, which is shown once; their sessions and tokens end. Throws a Problem (404), and a NotAllowedError. */
export function givePassword(db: Database, { actor }: Doer, id: string, from: string) {
  const { email } = getPerson(db, id)
  return asked(() => ({ ...resetPassword(db, actor, { email, from }), days: oneTimeDays }))
}

/** Takes the second factors from a person who has lost them. Throws a Problem (404, 409), and a NotAllowedError. */
export function takeFactors(db: Database, { actor, email: own }: Doer, id: string, from: string): void {
  const { email } = getPerson(db, id)
  if (email === own) throw oneself()
  asked(() => resetFactors(db, actor, { email, from }))
}

/** Forgets a person; see {@link forgetPerson}. Throws a Problem (404, 409), and a NotAllowedError. */
export function forgetWorkspacePerson(db: Database, { actor, email: own }: Doer, id: string): void {
  const { email } = getPerson(db, id)
  if (email === own) throw oneself()
  asked(() => forgetPerson(db, actor, { email }))
}
