import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { addWebhook, listWebhooks, removeWebhook } from '../extras/webhooks/webhooks.ts'
import type { CommandContext } from './command.ts'
import { required, UsageError } from './usage-error.ts'

/** Adds, removes or lists webhooks. */
export function webhook(db: Database, context: CommandContext): number {
  const [verb, name, url] = context.positionals
  if (verb === 'add') {
    const hook = { name: required(name, 'the name of the webhook'), url: required(url, 'the address of the webhook') }
    context.print(`Signing secret, shown once: ${addWebhook(db, system, hook).secret}`)
  } else if (verb === 'remove') {
    removeWebhook(db, system, required(name, 'the name of the webhook'))
    context.print(`Webhook ${name} has been removed.`)
  } else if (verb === 'list') {
    for (const hook of listWebhooks(db)) context.print(`${hook.name}\t${hook.url}`)
  } else {
    throw new UsageError(`There is no "webhook ${verb ?? ''}"`)
  }
  return 0
}
