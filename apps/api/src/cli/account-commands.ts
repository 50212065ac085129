import { describePerson, forgetPerson, wipeDeleted } from '../accounts/forget.ts'
import { resetFactors } from '../accounts/second-factors.ts'
import { listSignIns } from '../accounts/sign-in-record.ts'
import {
  addToken,
  addUser,
  changeUser,
  disableUser,
  oneTimeDays,
  openUser,
  parseRole,
  resetPassword,
} from '../accounts/users.ts'
import { roles, system, type Role } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import type { CommandContext } from './commands.ts'
import { required, UsageError } from './usage-error.ts'

/** Makes an access for a program. */
export function token(db: Database, context: CommandContext): number {
  const [verb, name] = context.positionals
  if (verb !== 'add') throw new UsageError(`There is no "token ${verb ?? ''}"`)
  const { secret } = addToken(db, system, {
    name: required(name, 'the name of the token'),
    email: required(context.options.user, '--user'),
    expiresOn: required(context.options.expires, '--expires'),
  })
  context.print(`Shown once: ${secret}`)
  return 0
}

function roleIn(text: string): Role {
  const role = parseRole(text)
  if (!role) throw new UsageError(`--role is one of ${roles.join(', ')}`)
  return role
}

const oneTime = (password: string): string => `One-time password, shown once, good for ${oneTimeDays} days: ${password}`

/** Shows the record of sign-ins, the newest first. */
export function signIns(db: Database, { print }: CommandContext): number {
  for (const { lastAt, name, kind, address, detail, count } of listSignIns(db, { account: null, before: null })
    .events) {
    print([lastAt, name ?? '-', kind, address ?? '-', detail === '' ? '-' : detail, count].join('\t'))
  }
  return 0
}

/** Makes, changes, shows and ends accounts. */
export function user(db: Database, context: CommandContext): number {
  const [verb, given] = context.positionals
  const email = required(given, 'the e-mail address')
  if (verb === 'add') {
    const role = roleIn(required(context.options.role, '--role'))
    const { password } = addUser(db, system, { email, name: required(context.options.name, '--name'), role })
    context.print(oneTime(password))
  } else if (verb === 'change') {
    const { name, role } = context.options
    if (name === undefined && role === undefined) throw new UsageError('Say what to change: --name or --role')
    changeUser(db, system, { email, name, role: role === undefined ? undefined : roleIn(role) })
    context.print(`${email} is changed.`)
  } else if (verb === 'open') {
    openUser(db, system, { email })
    context.print(`${email} is open.`)
  } else if (verb === 'factors') {
    resetFactors(db, system, { email, from: null })
    context.print(
      `${email} has no passkeys and no one-time codes any more, and signs in by password alone until others are set up.`,
    )
  } else if (verb === 'password') {
    context.print(oneTime(resetPassword(db, system, { email }).password))
  } else if (verb === 'disable') {
    disableUser(db, system, { email })
    context.print(`${email} is disabled.`)
  } else if (verb === 'show') {
    context.print(JSON.stringify(describePerson(db, email), null, 2))
  } else if (verb === 'forget') {
    const name = forgetPerson(db, system, { email })
    wipeDeleted(db)
    context.print(
      `Forgotten. “${name}” stands in the history instead. Backups made before hold the name until they are deleted.`,
    )
  } else {
    throw new UsageError(`There is no "user ${verb ?? ''}"`)
  }
  return 0
}
