import { createHash, randomBytes } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, type Actor } from '../../db/actor.ts'
import { write } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { deliveries, webhooks } from '../../db/schema.ts'
import { storedText } from '../../db/stored-text.ts'

/** Thrown where a webhook cannot be made or is not there; the message says which. */
export class WebhookError extends Error {
  override name = 'WebhookError'
}

type Row = typeof webhooks.$inferSelect

/** What change sets record of a webhook: all but its secret, of which they keep the SHA-256. */
export function webhookRecord({ name, url, secret }: Row): string {
  return JSON.stringify({ name, url, secret: createHash('sha256').update(secret).digest('hex') })
}

/** Makes a webhook: from now on each release is told to that address. Returns the secret its messages are signed with, which is shown once. */
export function addWebhook(
  db: Database,
  actor: Actor,
  input: { readonly name: string; readonly url: string },
): { readonly secret: string } {
  authorise(actor, 'administrator')
  const url = z.url({ protocol: /^https?$/ }).safeParse(input.url)
  if (!url.success)
    throw new WebhookError(`"${input.url}" is no address; write one such as https://example.org/pejling`)
  const secret = `whsec_${randomBytes(24).toString('base64')}`
  return write(db, actor, { action: 'webhook add' }, (changeSet) => {
    const name = storedText(input.name)
    if (db.sql.select().from(webhooks).where(eq(webhooks.name, name)).get()) {
      throw new WebhookError(`There is a webhook called "${name}" already`)
    }
    const row = { name, url: url.data, secret }
    db.sql.insert(webhooks).values(row).run()
    changeSet.record('webhook', name, null, webhookRecord(row))
    return { secret }
  })
}

/** Takes a webhook away, and what waited to be told to it. */
export function removeWebhook(db: Database, actor: Actor, name: string): void {
  authorise(actor, 'administrator')
  write(db, actor, { action: 'webhook remove' }, (changeSet) => {
    const row = db.sql.select().from(webhooks).where(eq(webhooks.name, name)).get()
    if (!row) throw new WebhookError(`There is no webhook called "${name}"`)
    db.sql.delete(deliveries).where(eq(deliveries.webhook, name)).run()
    db.sql.delete(webhooks).where(eq(webhooks.name, name)).run()
    changeSet.record('webhook', name, webhookRecord(row), null)
  })
}

/** All webhooks, by name. */
export function listWebhooks(db: Database): Row[] {
  return db.sql.select().from(webhooks).orderBy(asc(webhooks.name)).all()
}
