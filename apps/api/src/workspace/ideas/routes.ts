import { pageSchema } from '@pejling/domain/workspace/answers'
import { IdeaFileOutcome, IdeaPatch, IdeaState, NewIdea, WorkspaceIdea } from '@pejling/domain/workspace/ideas'
import { z } from 'zod'
import { retryWhileBusy } from '../../db/retry-while-busy.ts'
import { pageOf, pageParameters } from '../../http/pages.ts'
import { Problem } from '../../http/problem.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { named } from '../address-parts.ts'
import { addIdeas, readIdeaFile, tryIdeas } from './idea-file.ts'
import { changeIdea, createIdea, getIdea, listIdeas, removeIdea } from './ideas.ts'

const tag = 'ideas'
const one = '/ideas/:idea'
const params = z.strictObject({
  idea: named('The name of the idea', 'stemmebus-til-havnen'),
})
const none = z.strictObject({})
const reading = { scope: 'meetings:read' } as const
const writing = { scope: 'meetings' } as const

/** The largest file of ideas that is read, in bytes. */
export const largestIdeas = 5_000_000

/** The content types a file of ideas may come as. What it is, is told from its bytes. */
const fileTypes = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/octet-stream',
]

const exampleNew = {
  title: 'Stemmebus til havnen',
  text: 'Lad bussen køre om aftenen også.',
  theme: 'Demokrati',
  voicedAt: 'Dialogmøde på Kulturværftet',
  voicedOn: '2026-03-14',
  goals: ['stemme'],
}
const example = { slug: 'stemmebus-til-havnen', ...exampleNew, takenUpBy: [], whyNot: null, state: 'open' }

const Filters = z.strictObject({
  state: IdeaState.optional().meta({ description: 'Only ideas that have come so far', examples: ['open'] }),
  theme: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'Only ideas of this theme', examples: ['Demokrati'] }),
  goal: named('Only ideas about this goal', 'stemme').optional(),
  ...pageParameters,
})

const isAsked = (idea: WorkspaceIdea, { state, theme, goal }: z.output<typeof Filters>): boolean =>
  (state === undefined || idea.state === state) &&
  (theme === undefined || idea.theme === theme) &&
  (goal === undefined || idea.goals.includes(goal))

/** Ideas from citizens (inspirationskatalog). */
export function addIdeaRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/ideas',
    operationId: 'listWorkspaceIdeas',
    summary: 'Ideas from citizens',
    description: 'All ideas, those voiced last first.',
    tag,
    access: reading,
    params: none,
    query: Filters,
    body: noContent,
    answers: { 200: { description: 'A page of ideas', schema: pageSchema(WorkspaceIdea) } },
    example: { answer: { items: [example], total: 1, next: null } },
    handler: ({ db, query }) => ({
      page: pageOf(
        listIdeas(db).filter((idea) => isAsked(idea, query)),
        ({ voicedOn, slug }) => [-Date.parse(voicedOn), slug],
        query,
      ),
    }),
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/ideas',
    operationId: 'createIdea',
    summary: 'Add an idea',
    description: 'Adds an idea in the words it was voiced in; they are not translated.',
    tag,
    access: writing,
    params: none,
    query: none,
    body: NewIdea,
    answers: { 201: { description: 'The idea', schema: WorkspaceIdea } },
    example: { body: exampleNew, answer: example },
    handler: ({ db, body, who }) => {
      const idea = createIdea(db, who.actor, body)
      return { status: 201, body: idea, stands: idea, location: `/ideas/${idea.slug}` }
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: one,
    operationId: 'getIdea',
    summary: 'An idea',
    description: 'An idea, and how far it has come.',
    tag,
    access: reading,
    params,
    query: none,
    body: noContent,
    answers: { 200: { description: 'The idea', schema: WorkspaceIdea } },
    example: { answer: example },
    handler: ({ db, params: { idea } }) => ({ body: getIdea(db, idea) }),
  })
  addWorkspaceRoute(to, {
    method: 'PATCH',
    url: one,
    operationId: 'changeIdea',
    summary: 'Change an idea',
    description: 'Changes part of an idea by a merge patch: such as which actions took it up, or why not.',
    tag,
    access: writing,
    params,
    query: none,
    body: IdeaPatch,
    answers: { 200: { description: 'The idea as it stands now', schema: WorkspaceIdea } },
    example: { body: { whyNot: 'Det er statens opgave.' }, answer: { ...example, state: 'declined' } },
    current: ({ db, params: { idea } }) => getIdea(db, idea),
    handler: ({ db, params: { idea: slug }, body, who }) => {
      const idea = changeIdea(db, who.actor, slug, body)
      return { body: idea, stands: idea }
    },
  })
  addWorkspaceRoute(to, {
    method: 'DELETE',
    url: one,
    operationId: 'deleteIdea',
    summary: 'Delete an idea',
    description: 'Deletes an idea. Releases it was published in keep it.',
    tag,
    access: writing,
    params,
    query: none,
    body: noContent,
    answers: { 204: { description: 'It is deleted', schema: null } },
    example: {},
    current: ({ db, params: { idea } }) => getIdea(db, idea),
    handler: ({ db, params: { idea }, who }) => {
      removeIdea(db, who.actor, idea)
      return {}
    },
  })
  addIdeaFileRoute(to)
}

function addIdeaFileRoute({ app, parts }: WorkspaceApp): void {
  // Apart from other routes, which read these types otherwise or not at all.
  void app.register((scope) => {
    scope.addContentTypeParser(fileTypes, { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes))
    addWorkspaceRoute(
      { app: scope, parts },
      {
        method: 'POST',
        url: '/ideas/file',
        operationId: 'importIdeas',
        summary: 'Add the ideas of a file',
        description:
          'CSV, XLSX or ODS. The first row has the headings Titel, Sted and Dato (Title, Place, Date); Tekst, Tema and Mål (Text, Theme, Goals) are optional. All ideas come in, or none; one with the title, day and place of an idea that is there already is that idea.',
        tag,
        access: writing,
        params: none,
        query: none,
        body: z.instanceof(Buffer).meta({ type: 'string', format: 'binary' }),
        consumes: fileTypes,
        bodyLimit: largestIdeas,
        dryRun: 'own',
        answers: { 200: { description: 'What came of it', schema: IdeaFileOutcome } },
        example: { answer: { read: 12, added: 10, known: 2 } },
        handler: async ({ db, body, who, dryRun }) => {
          const file = await readIdeaFile(db, body)
          if ('problems' in file) {
            throw new Problem(
              'unprocessable',
              {
                da: 'Filen kan ikke bruges; intet er skrevet. Se errors.',
                en: 'The file cannot be used; nothing has been written. See errors.',
              },
              file.problems.map((detail) => ({ pointer: '', detail })),
            )
          }
          const { ideas } = file
          return { body: dryRun ? tryIdeas(db, ideas) : await retryWhileBusy(() => addIdeas(db, who.actor, ideas)) }
        },
      },
    )
    return Promise.resolve()
  })
}
