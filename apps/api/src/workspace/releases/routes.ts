import type { PlannedRelease } from '@pejling/domain/release/planned'
import { Release } from '@pejling/domain/release/release'
import { pageSchema, type DryRun } from '@pejling/domain/workspace/answers'
import { PlannedReleaseView, ReleaseInput, ReleasePreview, ReleaseResult } from '@pejling/domain/workspace/releases'
import { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { pageOf, pageParameters } from '../../http/pages.ts'
import { parameters } from '../../http/parameters.ts'
import { Problem } from '../../http/problem.ts'
import { several } from '../../http/several.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import type { Caller } from '../../workspace-http/door.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { needsApproval } from '../../releases/approval.ts'
import { decidePlanned, listPlanned, plannedProblemOf, publishDue } from '../../releases/planned.ts'
import { UnknownIndicatorError } from '../../releases/publish.ts'
import { ReleaseWordsError } from '../../releases/release-words.ts'
import { openReleaseStore } from '../../releases/release-store.ts'
import { ChangedMeanwhileError, previewRelease, publishChosen, replanChosen, tryChosen } from './publish-chosen.ts'

const none = z.strictObject({})
const numbered = z.strictObject({ n: parameters.n.meta({ description: 'Number of the planned release' }) })
const tag = 'releases'

/** A planned release as whoever asks sees it. What could keep it from coming out is looked for while it waits. */
export function plannedView(db: Database, { email }: Pick<Caller, 'email'>, one: PlannedRelease): PlannedReleaseView {
  const { plannedBy, seen: _seen, approver: _approver, outdatedAt: _outdatedAt, ...about } = one
  const problem = about.state === 'waiting' ? plannedProblemOf(db, one) : about.problem
  return { ...about, plannedBy: plannedBy.name, problem, own: plannedBy.email === email }
}

/** The planned release of a number. Throws a Problem where there is none. */
function requirePlanned(db: Database, number: number): PlannedRelease {
  const found = listPlanned(db).find((one) => one.number === number)
  if (found) return found
  throw new Problem('not-found', {
    da: `Der er ingen planlagt udgivelse nr. ${number}.`,
    en: `There is no planned release no. ${number}.`,
  })
}

const waitsNoMore = new Problem('conflict', {
  da: 'Den planlagte udgivelse venter ikke længere: den er udgivet, annulleret eller kunne ikke komme ud.',
  en: 'The planned release waits no more: it has come out, was cancelled, or could not come out.',
})
const ownRelease = new Problem('conflict', {
  da: 'Den, der har planlagt udgivelsen, kan ikke selv godkende den. Bed en anden om det.',
  en: 'Whoever planned the release cannot approve it. Ask another publisher.',
})

/** Does what asks for a release; what cannot be is said as a problem. */
function asked<Done>(work: () => Done): Done {
  try {
    return work()
  } catch (error) {
    if (error instanceof ChangedMeanwhileError) throw new Problem('conflict', error.problem)
    if (error instanceof ReleaseWordsError || error instanceof UnknownIndicatorError) {
      throw new Problem('unprocessable', { da: `Det kan ikke udgives: ${error.message}`, en: error.message })
    }
    throw error
  }
}

const example = {
  title: { da: 'Årets tal', en: 'Figures of the year' },
  note: null,
  indicators: ['valgdeltagelse-kv'],
  seen: '3b8f0c51d2a94e67',
  publishAt: null,
}

/** What the next release would bring; making it, planning it, approving it; and those that wait. */
export function addReleaseRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/releases',
    operationId: 'listReleasesOfWorkspace',
    summary: 'The releases that have been made, newest first',
    description: 'What is published; `/releases/planned` are those that wait.',
    tag,
    access: { scope: 'definitions:read' },
    params: none,
    query: z.strictObject(pageParameters),
    body: noContent,
    answers: { 200: { description: 'A page of releases', schema: pageSchema(Release) } },
    example: {
      answer: {
        items: [
          {
            number: 1,
            publishedAt: '2026-11-30T09:12:00.000Z',
            title: { da: 'Årets tal', en: 'Figures of the year' },
            note: null,
            publishedBy: 'Ida Udgiver',
            previousHash: null,
            hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
          },
        ],
        total: 1,
        next: null,
      },
    },
    handler: ({ db, query }) => {
      const store = openReleaseStore(db)
      return { page: pageOf(store.releases(store.latestNumber()), ({ number }) => [-number], query) }
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/releases/preview',
    operationId: 'previewRelease',
    summary: 'Everything the next release would bring',
    description:
      'One list of figures, assessments, goals, parts, texts, targets, comments, actions and ideas that are otherwise than published, each with its id. `indicator` chooses what of it is to come out; texts come out with every release. Send `seen` with the release.',
    tag,
    access: { scope: 'definitions:read' },
    params: none,
    query: z.strictObject({
      indicator: several(parameters.slug, {
        description: 'The indicators that are chosen; all where it is left out',
        examples: ['valgdeltagelse-kv'],
      }).optional(),
      texts: z.literal('only').meta({ description: 'No indicator is chosen: only texts come out' }).optional(),
    }),
    body: noContent,
    answers: { 200: { description: 'What would come out', schema: ReleasePreview } },
    example: {},
    handler: ({ db, query: { indicator, texts } }) => ({
      body: previewRelease(db, texts === 'only' ? [] : (indicator ?? null)),
    }),
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/releases',
    operationId: 'makeRelease',
    dryRun: 'own',
    summary: 'Publish what was looked at, now or later',
    description:
      'Publishes the chosen indicators and all texts, if they still are what the preview showed (`seen`); otherwise 409, and nothing is published. Where releases take two people, or `publishAt` is given, it is planned (202).',
    tag,
    access: { scope: 'publish' },
    params: none,
    query: none,
    body: ReleaseInput,
    answers: {
      200: { description: 'Nothing had changed', schema: ReleaseResult },
      201: { description: 'The release was made', schema: ReleaseResult },
      202: { description: 'The release waits for its time or for approval', schema: ReleaseResult },
    },
    example: { body: example },
    handler: ({ db, parts, who, body, dryRun }) => {
      if (body.publishAt !== null && body.publishAt <= db.clock()) {
        throw new Problem('unprocessable', {
          da: 'Tidspunktet er passeret. Vælg et senere, eller udelad publishAt for at udgive nu.',
          en: 'That time has passed. Choose a later one, or leave publishAt out to publish now.',
        })
      }
      if (dryRun) {
        const preview = asked(() => tryChosen(db, body))
        const waits = body.publishAt !== null || needsApproval(db)
        const status = waits ? 202 : preview.changes === null ? 200 : 201
        return { body: { dryRun: true, status, answer: null, preview } satisfies DryRun }
      }
      const done = asked(() => publishChosen(db, who, body))
      if ('planned' in done) {
        const planned = plannedView(db, who, done.planned)
        return { status: 202, body: { release: null, planned }, location: `/releases/planned/${planned.number}` }
      }
      const { release } = done
      if (release === null) return { body: { release, planned: null } }
      parts.onPublished()
      return { status: 201, body: { release, planned: null } }
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/releases/planned',
    operationId: 'listPlannedReleases',
    summary: 'Releases and withdrawals that wait, and what became of earlier ones',
    description:
      'The newest first. While one waits, `problem` says what would keep it from coming out as things stand.',
    tag,
    access: { scope: 'definitions:read' },
    params: none,
    query: z.strictObject({
      state: several(PlannedReleaseView.shape.state, {
        description: 'Only those in these states',
        examples: ['waiting'],
      }).optional(),
      ...pageParameters,
    }),
    body: noContent,
    answers: { 200: { description: 'A page of planned releases', schema: pageSchema(PlannedReleaseView) } },
    example: {},
    handler: ({ db, who, query: { state, ...page } }) => {
      const all = listPlanned(db).filter((one) => state === undefined || state.includes(one.state))
      const found = pageOf(all, ({ number }) => [-number], page)
      return { page: { ...found, items: found.items.map((one) => plannedView(db, who, one)) } }
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/releases/planned/:n',
    operationId: 'getPlannedRelease',
    summary: 'A planned release',
    description: 'What is to come out, when, and whether it still can.',
    tag,
    access: { scope: 'definitions:read' },
    params: numbered,
    query: none,
    body: noContent,
    answers: { 200: { description: 'The planned release', schema: PlannedReleaseView } },
    example: {},
    handler: ({ db, who, params: { n: number } }) => ({ body: plannedView(db, who, requirePlanned(db, number)) }),
  })
  addWorkspaceRoute(to, {
    method: 'PUT',
    url: '/releases/planned/:n',
    operationId: 'replanRelease',
    summary: 'Plan a release once more',
    description:
      'Of what the preview shows now: for one that waits, or one that could not come out. An earlier approval holds no more.',
    tag,
    access: { scope: 'publish' },
    params: numbered,
    query: none,
    body: ReleaseInput,
    dryRun: false,
    current: ({ db, who, params: { n: number } }) => plannedView(db, who, requirePlanned(db, number)),
    answers: { 200: { description: 'The planned release', schema: PlannedReleaseView } },
    example: { body: { ...example, publishAt: '2027-03-01T07:00:00.000Z' } },
    handler: ({ db, who, params: { n: number }, body }) => {
      const planned = asked(() => replanChosen(db, who, number, body))
      if (planned === null) throw waitsNoMore
      const view = plannedView(db, who, planned)
      return { body: view, stands: view }
    },
  })
  for (const decision of ['approve', 'cancel'] as const) {
    addWorkspaceRoute(to, {
      method: 'POST',
      url: `/releases/planned/:n/${decision}`,
      operationId: `${decision}PlannedRelease`,
      summary: decision === 'approve' ? 'Approve a planned release' : 'Cancel a planned release',
      description:
        decision === 'approve'
          ? 'For another person than who planned it. Where its time has come it comes out at once.'
          : 'It will not come out. One that could not come out is taken off the list.',
      tag,
      access: { scope: 'publish' },
      params: numbered,
      query: none,
      body: noContent,
      dryRun: false,
      answers: { 200: { description: 'The planned release as it stands now', schema: ReleaseResult } },
      example: {},
      handler: ({ db, parts, who, request, params: { n: number } }) => {
        requirePlanned(db, number)
        const problem = decidePlanned(db, who, number, decision)
        if (problem !== null) throw problem === 'own' ? ownRelease : waitsNoMore
        const { made, outdated } = publishDue(db)
        for (const one of outdated) {
          request.log.warn(
            { planned: one.number, problem: one.problem },
            'a planned release could not come out as it was planned',
          )
        }
        if (made.length > 0) parts.onPublished()
        const planned = plannedView(db, who, requirePlanned(db, number))
        return { body: { release: made.at(-1) ?? null, planned } }
      },
    })
  }
}
