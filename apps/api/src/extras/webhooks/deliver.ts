import { apiPath } from '@pejling/addresses/api'
import { deskPath } from '@pejling/addresses/desk'
import { linksFor } from '@pejling/addresses/links'
import { PlannedRelease } from '@pejling/domain/release/planned'
import { and, asc, eq, isNotNull, lte } from 'drizzle-orm'
import { Webhook } from 'standardwebhooks'
import type { Database } from '../../db/database.ts'
import { deliveries, plannedReleases, webhooks } from '../../db/schema.ts'
import { doEachInTurn } from '../../processes/do-each.ts'
import { openReleaseStore } from '../../releases/release-store.ts'

/*
 * Telling other programs of releases, after Standard Webhooks (https://www.standardwebhooks.com): each message has an id and a
 * time, and is signed over both and its body, so that it can be neither made up nor sent again by another person.
 */

/** Backoff: the wait before each retry of a delivery, in seconds, about 18 hours in all. After the last it is given up. */
const retryDelays = [5, 300, 1800, 7200, 18_000, 36_000]
/** The timeout of a response, in milliseconds. */
const timeout = 15_000

/** How messages leave. */
export interface Post {
  readonly fetch: typeof globalThis.fetch
  /** The public address of this installation. */
  readonly siteUrl: string
}

type Due = typeof deliveries.$inferSelect & { readonly url: string; readonly secret: string }

/** The message about a planned release that could not come out: that it did not and why, not what is in it. */
function outdatedMessage(db: Database, number: number, { siteUrl }: Post): string {
  const row = db.sql.select().from(plannedReleases).where(eq(plannedReleases.number, number)).get()
  const { outdatedAt, problem } = PlannedRelease.parse(JSON.parse(row?.body ?? 'null'))
  return JSON.stringify({
    type: 'planned-release.outdated',
    timestamp: outdatedAt,
    data: { planned: number, problem, page: new URL(deskPath('da', 'publish'), siteUrl).href },
  })
}

function messageOf(db: Database, { release, planned }: Due, post: Post): string {
  if (planned !== null) return outdatedMessage(db, planned, post)
  const { siteUrl } = post
  const published = openReleaseStore(db).release(release)
  return JSON.stringify({
    type: 'release.published',
    timestamp: published?.publishedAt,
    data: {
      release,
      title: published?.title,
      hash: published?.hash,
      page: new URL(linksFor('da', null).release(release), siteUrl).href,
      changes: new URL(apiPath('releaseChanges', { n: release }), siteUrl).href,
    },
  })
}

/** What an attempt came to: it arrived, is not wanted any more, or failed and why. */
async function attempt(db: Database, due: Due, post: Post): Promise<'arrived' | 'gone' | { readonly failed: string }> {
  const subject = due.planned === null ? `release-${due.release}` : `planned-release-${due.planned}`
  const id = `${subject}-${due.webhook}`
  const at = new Date(db.clock())
  try {
    const body = messageOf(db, due, post)
    const answer = await post.fetch(due.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(due.secret).sign(id, at, body),
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    })
    // What they say is not read, but a connection waits for it.
    await answer.body?.cancel()
    if (answer.status === 410) return 'gone'
    return answer.ok ? 'arrived' : { failed: String(answer.status) }
  } catch (error) {
    if (!(error instanceof Error)) return { failed: String(error) }
    return { failed: error.name === 'TimeoutError' ? 'timeout' : error.message }
  }
}

const isDue = (now: string) => and(isNotNull(deliveries.nextAt), lte(deliveries.nextAt, now))

/** Whether anything is to be sent now. */
export function hasDueDelivery(db: Database): boolean {
  return (
    db.sql.select({ number: deliveries.number }).from(deliveries).where(isDue(db.clock())).limit(1).get() !== undefined
  )
}

/**
 * Sends what is due, the oldest first; what fails is tried again later, with longer and longer pauses. One whose outcome cannot be
 * noted does not keep the others waiting. Throws a `SomeFailedError` at the end.
 */
export async function deliverDue(db: Database, post: Post): Promise<void> {
  const rows = db.sql
    .select()
    .from(deliveries)
    .innerJoin(webhooks, eq(webhooks.name, deliveries.webhook))
    .where(isDue(db.clock()))
    .orderBy(asc(deliveries.number))
    .all()
  const named = ({ deliveries: { webhook, release } }: (typeof rows)[number]): string =>
    `${webhook} of release ${release}`
  await doEachInTurn(rows, named, async ({ deliveries: own, webhooks: hook }) => {
    const result = await attempt(db, { ...own, url: hook.url, secret: hook.secret }, post)
    const attempts = own.attempts + 1
    const pause = retryDelays[own.attempts]
    const isOver = result === 'arrived' || result === 'gone' || pause === undefined
    const nextAt = isOver ? null : new Date(Date.parse(db.clock()) + pause * 1000).toISOString()
    const status = typeof result === 'string' ? result : result.failed
    db.sql.update(deliveries).set({ attempts, nextAt, status }).where(eq(deliveries.number, own.number)).run()
  })
}
