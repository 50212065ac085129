import { describePerson, forgetPerson, wipeDeleted } from '../accounts/forget.ts'
import { addBreakGlass } from '../accounts/break-glass.ts'
import { invitationDays, invitationLink, invite } from '../accounts/invitations.ts'
import { addToken, listTokens, revokeToken } from '../accounts/tokens.ts'
import { resetFactors } from '../accounts/second-factors.ts'
import { listSignIns } from '../accounts/sign-in-record.ts'
import { addUser, changeUser, disableUser, oneTimeDays, openUser, parseRole, resetPassword } from '../accounts/users.ts'
import { roles, system, type Role } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import type { CommandContext } from './command.ts'
import { required, UsageError } from './usage-error.ts'

/** Makes, lists and revokes what programs are let in with. */
export function token(db: Database, { options, positionals, print }: CommandContext): number {
  const [verb, name] = positionals
  if (verb === 'list') {
    print('name\tuser\tscopes\tindicators\texpires\tlast used')
    for (const one of listTokens(db)) {
      const used = one.lastUsedAt ?? 'never'
      print(
        [one.name, one.email, one.scopes.join(' '), one.indicators?.join(' ') ?? 'all', one.expiresOn, used].join('\t'),
      )
    }
  } else if (verb === 'remove') {
    revokeToken(db, system, { name: required(name, 'the name of the token') })
    print(`${name ?? ''} opens nothing any more.`)
  } else {
    const { secret } = addToken(db, system, {
      name: required(name, 'the name of the token'),
      email: required(options.user, '--user <e-mail>'),
      expiresOn: required(options.expires, '--expires <the last day>'),
      scopes: options.scope ?? [],
      indicators: options.indicator ?? null,
    })
    print(`Shown once: ${secret}`)
  }
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
  } else if (verb === 'invite') {
    const { secret } = invite(db, system, { email })
    context.print(
      `Good once, for ${invitationDays} days, and shown once: ${invitationLink(context.config.site.url, secret)}`,
    )
  } else if (verb === 'break-glass') {
    const { password } = addBreakGlass(db, system, { email })
    context.print(oneTime(password))
    context.print(
      'Choose its own at once, and keep that where two people can reach it. Each use is warned of in the log.',
    )
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
