import { indicatorChartSvg } from '@pejling/figures/chart-of-indicator'
import {
  ActionPlanDocument,
  ActionPlansDocument,
  FrameworkDocument,
  FrameworksDocument,
  GoalDocument,
  IdeasDocument,
  IndicatorDocument,
  IndicatorsDocument,
} from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { parameters } from '../http/parameters.ts'
import { addObservationRoutes } from './observation-routes.ts'
import type { Site } from '@pejling/page-contract/site'
import { addProfileRoutes } from './profile-routes.ts'
import type { PageRenderer } from './page-renderer.ts'
import { addPictureRoutes } from './picture-routes.ts'
import { pictureSize, sizesInWords } from './picture-sizes.ts'
import { addEntryRoute } from './entry-routes.ts'
import { addBulkRoutes } from './bulk-routes.ts'
import { addFiguresRoutes } from './figures-routes.ts'
import { addFollowRoutes } from './follow-routes.ts'
import { addMeetingDocuments } from './meeting-documents.ts'
import { addReleaseRoutes } from './release-routes.ts'
import type { ReleaseCache } from './release-cache.ts'
import { addPublicRoute, noParams } from './public-route.ts'
import { missingIndicator, sendDocument } from './send-document.ts'
import { sendCachedResponse } from './cached-response.ts'

/** What a list of indicators is made of. */
const indicatorsList = { contentType: 'application/json; charset=utf-8', documents: [documentPath.indicators] }
const json = (schema: z.ZodType) => ({ 'application/json': schema })
const releaseQuery = z.strictObject({ release: parameters.release.optional() })

/** The public API below `/api/v1`: released documents, as they are. */
export function registerPublicApi(
  app: FastifyInstance,
  publication: ReleaseCache,
  renderer: PageRenderer,
  site: Site,
): void {
  addEntryRoute(app, publication, site)
  addFollowRoutes(app, publication, site)
  addProfileRoutes(app, publication)
  addPictureRoutes(app, publication, renderer)
  addPublicRoute(app, {
    url: '/frameworks',
    operationId: 'listFrameworks',
    summary: 'All policies',
    description: 'The policies of this installation, each with its finding in a sentence.',
    params: noParams,
    query: releaseQuery,
    content: json(FrameworksDocument),
    handler: ({ query, request, reply }) => {
      const missing = { da: 'Der er ingen politikker', en: 'There are no policies' }
      return sendDocument(
        publication,
        publication.edition(query.release),
        documentPath.frameworks,
        missing,
        request,
        reply,
      )
    },
  })
  addPublicRoute(app, {
    url: '/frameworks/:framework',
    operationId: 'getFramework',
    summary: 'One policy with its goals',
    description: 'Focus areas, goals, and how many goals and indicators have each verdict.',
    params: z.strictObject({ framework: parameters.framework }),
    query: releaseQuery,
    content: json(FrameworkDocument),
    handler: ({ params: { framework }, query, request, reply }) => {
      const missing = { da: `Der er ingen politik "${framework}"`, en: `There is no policy "${framework}"` }
      const path = documentPath.framework(framework)
      return sendDocument(publication, publication.edition(query.release), path, missing, request, reply)
    },
  })
  addPublicRoute(app, {
    url: '/goals/:number',
    operationId: 'getGoal',
    summary: 'One goal with its indicators',
    description: 'The goal in the policy’s own words, its verdict, and a summary of each of its indicators.',
    params: z.strictObject({ number: parameters.number }),
    query: releaseQuery,
    content: json(GoalDocument),
    handler: ({ params: { number }, query, request, reply }) => {
      const edition = publication.edition(query.release)
      const missing = { da: `Der er intet mål ${number}`, en: `There is no goal ${number}` }
      return sendDocument(publication, edition, documentPath.goal(number), missing, request, reply)
    },
  })
  registerIndicators(app, publication)
  addObservationRoutes(app, publication)
  addFiguresRoutes(app, publication)
  addBulkRoutes(app, publication)
  addPublicRoute(app, {
    url: '/action-plans',
    operationId: 'listActionPlans',
    summary: 'All action plans',
    description: 'The years that have an action plan, newest first.',
    params: noParams,
    query: releaseQuery,
    content: json(ActionPlansDocument),
    handler: ({ query, request, reply }) => {
      const missing = { da: 'Der er ingen handleplaner', en: 'There are no action plans' }
      return sendDocument(
        publication,
        publication.edition(query.release),
        documentPath.actionPlans,
        missing,
        request,
        reply,
      )
    },
  })
  addPublicRoute(app, {
    url: '/action-plans/:year',
    operationId: 'getActionPlan',
    summary: 'The action plan of a year',
    description: 'The year’s actions, who answers for them, their state, and the goals and indicators they serve.',
    params: z.strictObject({ year: parameters.year }),
    query: releaseQuery,
    content: json(ActionPlanDocument),
    handler: ({ params: { year }, query, request, reply }) => {
      const missing = { da: `Der er ingen handleplan for ${year}`, en: `There is no action plan for ${year}` }
      return sendDocument(
        publication,
        publication.edition(query.release),
        documentPath.actionPlan(year),
        missing,
        request,
        reply,
      )
    },
  })
  addPublicRoute(app, {
    url: '/ideas',
    operationId: 'listIdeas',
    summary: 'Ideas from citizens',
    description:
      'What citizens have wished for, in their own words (Danish), and the actions that took it up or why none did.',
    params: noParams,
    query: releaseQuery,
    content: json(IdeasDocument),
    handler: ({ query, request, reply }) => {
      const missing = { da: 'Der er ingen idéer', en: 'There are no ideas' }
      return sendDocument(publication, publication.edition(query.release), documentPath.ideas, missing, request, reply)
    },
  })
  addMeetingDocuments(app, publication)
  addReleaseRoutes(app, publication)
}

function registerIndicators(app: FastifyInstance, publication: ReleaseCache): void {
  addPublicRoute(app, {
    url: '/indicators',
    operationId: 'listIndicators',
    summary: 'All indicators',
    description: 'Summaries with verdict, latest value and headline series. `q` looks in Danish and English names.',
    params: noParams,
    query: z.strictObject({
      goal: parameters.goal.optional(),
      status: parameters.status.optional(),
      q: parameters.q.optional(),
      release: parameters.release.optional(),
    }),
    content: json(IndicatorsDocument),
    handler: ({ query: { goal, status, q, release }, request, reply }) => {
      const edition = publication.edition(release)
      if (goal === undefined && status === undefined && q === undefined) {
        const missing = { da: 'Der er ingen indikatorer', en: 'There are no indicators' }
        return sendDocument(publication, edition, documentPath.indicators, missing, request, reply)
      }
      const name = `indicators?${JSON.stringify([goal, status, q])}`
      const served = publication.view(edition, name, indicatorsList, () => {
        const all = publication.read(edition, documentPath.indicators, IndicatorsDocument)
        const words = q?.toLowerCase()
        const indicators = (all?.indicators ?? []).filter(
          (indicator) =>
            (goal === undefined || indicator.goals.includes(goal)) &&
            (status === undefined || indicator.verdict === status) &&
            (words === undefined ||
              [indicator.name.da, indicator.name.en].some((text) => text.toLowerCase().includes(words))),
        )
        return JSON.stringify({ ...all, indicators })
      })
      return sendCachedResponse(request, reply, served)
    },
  })
  addPublicRoute(app, {
    url: '/indicators/:slug',
    operationId: 'getIndicator',
    summary: 'One indicator',
    description: 'Definition, sources, targets, verdicts with everything they were computed from, and every series.',
    params: z.strictObject({ slug: parameters.slug }),
    query: releaseQuery,
    content: json(IndicatorDocument),
    handler: ({ params: { slug }, query, request, reply }) => {
      const edition = publication.edition(query.release)
      const served = publication.document(edition, documentPath.indicator(slug))
      if (!served) throw missingIndicator(edition, slug)
      return sendCachedResponse(request, reply, served)
    },
  })
  addPublicRoute(app, {
    url: '/indicators/:slug/chart.svg',
    operationId: 'getIndicatorChart',
    summary: 'The chart of an indicator',
    description: `A drawing of the headline series with benchmark, target and expected course, complete in itself. ${sizesInWords}`,
    params: z.strictObject({ slug: parameters.slug }),
    query: z.strictObject({
      lang: parameters.lang.optional(),
      width: parameters.width.optional(),
      height: parameters.height.optional(),
      release: parameters.release.optional(),
    }),
    content: { 'image/svg+xml': z.string() },
    handler: ({ params: { slug }, query, request, reply }) => {
      const edition = publication.edition(query.release)
      if (!publication.about(edition, slug)) throw missingIndicator(edition, slug)
      const { lang = 'da' } = query
      const { width, height } = pictureSize(query)
      const drawing = { contentType: 'image/svg+xml', documents: [documentPath.indicator(slug)] }
      const served = publication.view(edition, `chart ${slug} ${lang} ${width} ${height}`, drawing, () => {
        const document = publication.read(edition, documentPath.indicator(slug), IndicatorDocument)
        return document ? indicatorChartSvg(document, lang, { width, height, standalone: true }) : ''
      })
      return sendCachedResponse(request, reply, served)
    },
  })
}
