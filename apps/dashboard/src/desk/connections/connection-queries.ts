import type { Connection } from '@pejling/domain/connection/connection'
import {
  ConnectionSummary,
  ConnectionView,
  FetchedQuestion,
  FetchJob,
  FetchResult,
  OfferedSource,
} from '@pejling/domain/workspace/connections'
import { z } from 'zod'
import { allOf, oneOf, refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { words } from './connection-words.ts'

/** How long, in milliseconds, it is waited before it is asked again how a fetch goes. */
const askAgain = 700

export const connectionsQuery = allOf(ConnectionSummary, '/connections')
export const sourcesQuery = oneOf(z.object({ sources: z.array(OfferedSource) }), '/connections/sources')
export const connectionQuery = (slug: string) => oneOf(ConnectionView, `/connections/${slug}`)
export const fetchesQuery = (slug: string) =>
  oneOf(z.object({ fetches: z.array(FetchResult) }), `/connections/${slug}/fetches`)
export const questionsQuery = (slug: string) =>
  oneOf(z.object({ questions: z.array(FetchedQuestion) }), `/connections/${slug}/questions`)

/** What came, in one line. */
export const countsOf = ({
  added,
  changed,
  confirmed,
  unchanged,
}: Pick<FetchResult, 'added' | 'changed' | 'confirmed' | 'unchanged'>): string =>
  words.counts(added, changed, confirmed, unchanged)

/** Fetches the figures of an indicator, and waits until they have come. */
export async function fetchNow(slug: string): Promise<FetchJob> {
  const { value: begun } = await request(FetchJob, 'POST', `/connections/${slug}/fetch`)
  let job = begun
  while (job.state === 'running') {
    await new Promise((resolve) => {
      setTimeout(resolve, askAgain)
    })
    job = (await request(FetchJob, 'GET', `/connections/${slug}/fetches/${job.id}`)).value
  }
  await refreshAll()
  return job
}

/** Connects an indicator in place of what it was connected to. */
export const saveConnection = (slug: string, connection: Connection, match: string | null) =>
  request(ConnectionView, 'PUT', `/connections/${slug}`, { body: connection, match })
