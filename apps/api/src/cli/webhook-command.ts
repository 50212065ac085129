import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { addWebhook, listWebhooks, removeWebhook } from '../extras/webhooks/webhooks.ts'
import type { CommandContext } from './command.ts'
import { required, UsageError } from './usage-error.ts'

/** Adds, removes or lists the addresses that are told of releases. */
export function webhook(db: Database, context: CommandContext): number {
  const [verb, name, url] = context.positionals
  if (verb === 'add') {
    const hook = { name: required(name, 'the name of the webhook'), url: required(url, 'the address to tell') }
    context.print(`Signs what is told, shown once: ${addWebhook(db, system, hook).secret}`)
  } else if (verb === 'remove') {
    removeWebhook(db, system, required(name, 'the name of the webhook'))
    context.print(`${name} is told nothing more.`)
  } else if (verb === 'list') {
    for (const hook of listWebhooks(db)) context.print(`${hook.name}\t${hook.url}`)
  } else {
    throw new UsageError(`There is no "webhook ${verb ?? ''}"`)
  }
  return 0
}
