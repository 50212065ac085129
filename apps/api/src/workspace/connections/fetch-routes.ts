import { DecisionInput, FetchedQuestion, FetchJob, FetchResult } from '@pejling/domain/workspace/connections'
import { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { parameters } from '../../http/parameters.ts'
import { Problem } from '../../http/problem.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { decide, NoSuchQuestionError } from '../../intake/sources/questions.ts'
import { attachments, getAttached } from '../definitions.ts'
import { requireIndicator } from '../observations/write-figures.ts'
import { listFetches, listQuestions } from './connection-verbs.ts'
import { FetchJobs } from './fetch-jobs.ts'

const none = z.strictObject({})
const named = z.strictObject({ slug: parameters.slug })
const tag = 'connections'
const access = { scope: 'connections' } as const
const list = <Item extends z.ZodType>(name: string, item: Item) => z.strictObject({ [name]: z.array(item) })

const exists = ({ db, params: { slug } }: { db: Database; params: { slug: string } }): void =>
  void requireIndicator(db, slug)

/** Fetching the figures of a connected indicator now, what came of it, and what awaits a decision. */
export function addFetchRoutes(to: WorkspaceApp): void {
  const { app, parts } = to
  const jobs =
    parts && new FetchJobs(parts.db, parts.sources, (err) => app.log.error({ err }, 'figures could not be fetched'))
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/connections/:slug/fetch',
    operationId: 'fetchFigures',
    summary: 'Fetch the figures of an indicator now',
    description:
      'Begins to ask the source, and answers at once: `Location` says how it goes. What is new is written into the workspace in one change set.',
    tag,
    access,
    check: exists,
    params: named,
    query: none,
    body: noContent,
    dryRun: false,
    answers: { 202: { description: 'It is under way', schema: FetchJob } },
    example: {},
    handler: ({ db, params: { slug }, who }) => {
      if (!jobs || getAttached(db, attachments.connection, slug) === null) {
        throw new Problem('conflict', {
          da: 'Indikatoren er ikke koblet til en kilde. Gem en kobling først.',
          en: 'The indicator is connected to no source. Save a connection first.',
        })
      }
      const job = jobs.begin(who.actor, slug)
      return { status: 202, body: job, location: `/connections/${slug}/fetches/${job.id}` }
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/connections/:slug/fetches',
    operationId: 'listFetches',
    summary: 'What came of the newest fetches of an indicator',
    description: 'The newest first.',
    tag,
    access,
    check: exists,
    params: named,
    query: none,
    body: noContent,
    answers: { 200: { description: 'The fetches', schema: list('fetches', FetchResult) } },
    example: {},
    handler: ({ db, params: { slug } }) => ({ body: { fetches: listFetches(db, slug) } }),
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/connections/:slug/fetches/:id',
    operationId: 'getFetch',
    summary: 'How a fetch goes',
    description: 'A fetch that was asked for: whether it is under way, and what came of it.',
    tag,
    access,
    check: exists,
    params: named.extend({
      id: z
        .string()
        .min(1)
        .max(80)
        .meta({ description: 'The id of the fetch', examples: ['5b0c7f8e-1d0a-4f43-9f6b-8f2b1c6d9e11'] }),
    }),
    query: none,
    body: noContent,
    answers: { 200: { description: 'The fetch', schema: FetchJob } },
    example: {},
    handler: ({ params: { slug, id } }) => {
      const job = jobs?.find(id) ?? null
      if (job?.indicator !== slug) {
        throw new Problem('not-found', {
          da: 'Hentningen kendes ikke længere. Se, hvad der kom, under fetches.',
          en: 'The fetch is not known any more. See what came of it at fetches.',
        })
      }
      return { body: job }
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/connections/:slug/questions',
    operationId: 'listFetchedQuestions',
    summary: 'Figures from the source that await a decision',
    description: 'Figures the source no longer has, and zeros that may mean “not yet”.',
    tag,
    access,
    check: exists,
    params: named,
    query: none,
    body: noContent,
    answers: { 200: { description: 'The questions', schema: list('questions', FetchedQuestion) } },
    example: {},
    handler: ({ db, params: { slug } }) => ({ body: { questions: listQuestions(db, slug) } }),
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/connections/:slug/decisions',
    operationId: 'decideFetchedFigures',
    summary: 'Decide about figures from the source',
    description:
      'One answer for all the figures named, in one change set that can be undone. It holds for later fetches.',
    tag,
    access: { people: 'administrator' },
    check: exists,
    params: named,
    query: none,
    body: DecisionInput,
    answers: { 200: { description: 'The questions that are left', schema: list('questions', FetchedQuestion) } },
    example: { body: { answer: 'keep', figures: [{ series: '217', period: '2024' }] }, answer: { questions: [] } },
    handler: ({ db, params: { slug }, body: { answer, figures }, who }) => {
      try {
        decide(db, who.actor, { indicator: slug, subjects: figures, answer })
      } catch (error) {
        if (!(error instanceof NoSuchQuestionError)) throw error
        throw new Problem('conflict', {
          da: 'Et af tallene er der ikke længere noget at afgøre om, eller det kan ikke besvares sådan. Intet er ændret.',
          en: 'There is nothing to decide about one of the figures any more, or not by this answer. Nothing was changed.',
        })
      }
      return { body: { questions: listQuestions(db, slug) } }
    },
  })
}
