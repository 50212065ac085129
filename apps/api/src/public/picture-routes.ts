import { createHash } from 'node:crypto'
import { ActionState } from '@pejling/domain/action-plan/action-plan'
import { stateWords } from '@pejling/domain/sentence/outcome'
import {
  ActionPlanDocument,
  FrameworkDocument,
  GoalDocument,
  IndicatorDocument,
} from '@pejling/domain/release/documents'
import { printedNumber } from '@pejling/domain/framework'
import { isMeasured } from '@pejling/domain/release/is-measured'
import { documentPath } from '@pejling/domain/release/paths'
import { goalSentence } from '@pejling/domain/sentence/goal-sentence'
import { verdictWords } from '@pejling/domain/sentence/verdict-words'
import { inARow, type Locale } from '@pejling/domain/text'
import { cardChart, cardSvg, type Card } from '@pejling/figures/card'
import { countsChart, goalMarksChart } from '@pejling/figures/card-charts'
import { indicatorChartSvg } from '@pejling/figures/chart-of-indicator'
import { toneOf } from '@pejling/figures/tone'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { drawPng } from '../exports/png.ts'
import { parameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import type { PageRenderer } from './page-renderer.ts'
import { pictureSize, sizesInWords } from './picture-sizes.ts'
import { addPublicRoute } from './public-route.ts'
import type { ReleaseView, ReleaseCache } from './release-cache.ts'
import { policiesIn } from './site-of-edition.ts'
import { releaseInWords } from './release-documents.ts'
import { makePackedBody, sendCachedResponse } from './cached-response.ts'

const png = { 'image/png': z.string().meta({ description: 'The bytes of the picture', format: 'binary' }) }
const cardQuery = z.strictObject({ lang: parameters.lang.optional(), release: parameters.release.optional() })

/** How much memory may be taken by pictures that another release shows just the same: about one release's. */
const drawnLimit = 24 * 1024 * 1024

const missing = (): Problem =>
  new Problem('not-found', { da: 'Der er intet her at tegne.', en: 'There is nothing to draw here.' })

const indicatorCard = (document: IndicatorDocument, locale: Locale): Card => {
  const [assessment] = document.assessments
  const [goal] = document.goals
  return {
    kicker: goal ? `${printedNumber(goal.number)} ${goal.focusArea[locale]}` : '',
    title: document.indicator.name[locale],
    verdict: assessment ? { name: verdictWords[assessment.verdict][locale], tone: toneOf(assessment.verdict) } : null,
    sentence: assessment?.sentence[locale] ?? document.indicator.definition[locale],
    chart: isMeasured(document) ? indicatorChartSvg(document, locale, cardChart) : null,
  }
}

const goalMarks = ({ focusAreas }: FrameworkDocument, locale: Locale): string =>
  goalMarksChart(
    focusAreas.map(({ position, title, goals }) => ({
      title: `${position}. ${title[locale]}`,
      verdicts: goals.map(({ verdict }) => verdict),
    })),
  )

const cardWords = {
  da: { actions: (count: number) => (count === 1 ? 'Én indsats' : `${count} indsatser`), release: 'Udgivelse' },
  en: { actions: (count: number) => (count === 1 ? 'One action' : `${count} actions`), release: 'Release' },
} as const

function actionPlanCard({ actionPlan: { title, actions } }: ActionPlanDocument, locale: Locale, kicker: string): Card {
  const counts = ActionState.options
    .map((state) => ({
      label: stateWords[state][locale],
      count: actions.filter((action) => action.state === state).length,
    }))
    .filter(({ count }) => count > 0)
  const states = counts.map(({ label, count }) => `${count} ${label.toLocaleLowerCase(locale)}`).join(', ')
  return {
    kicker,
    title: title[locale],
    verdict: null,
    sentence: `${[cardWords[locale].actions(actions.length), states].filter(Boolean).join(': ')}.`,
    chart: counts.length === 0 ? null : countsChart(counts),
  }
}

/** Pictures of what is published: charts, and cards for those who share a page. */
export function addPictureRoutes(
  app: FastifyInstance,
  publication: ReleaseCache,
  { pictureFonts }: PageRenderer,
): void {
  const drawn = new LRUCache<string, Buffer>({ maxSize: drawnLimit, sizeCalculation: ({ length }) => length })
  const drawnOnce = (svg: string): Buffer => {
    const name = createHash('sha256').update(svg).digest('base64')
    const bytes = drawn.get(name) ?? drawPng(svg, pictureFonts)
    drawn.set(name, bytes)
    return bytes
  }
  const send = (
    edition: ReleaseView,
    name: string,
    { documents, isPinnable = true }: { readonly documents: readonly string[]; readonly isPinnable?: boolean },
    svgOf: () => string | null,
    { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  ): FastifyReply => {
    const picture = publication.answer(edition, name, () => {
      publication.heavyWork()
      const svg = svgOf()
      if (svg === null) throw missing()
      return publication.served(edition, makePackedBody(drawnOnce(svg)), {
        contentType: 'image/png',
        documents,
        isPinnable,
      })
    })
    return sendCachedResponse(request, reply, picture)
  }

  const indicatorAt = (edition: ReleaseView, slug: string): IndicatorDocument | null =>
    publication.read(edition, documentPath.indicator(slug), IndicatorDocument)

  addPublicRoute(app, {
    url: '/indicators/:slug/chart.png',
    operationId: 'getIndicatorChartAsPng',
    summary: 'The chart of an indicator as a picture',
    description: `The same drawing as \`chart.svg\`, as PNG. ${sizesInWords}`,
    params: z.strictObject({ slug: parameters.slug }),
    query: cardQuery.extend({ width: parameters.width.optional(), height: parameters.height.optional() }),
    content: png,
    handler: ({ params: { slug }, query: { lang = 'da', release, ...asked }, request, reply }) => {
      const edition = publication.edition(release)
      const { width, height } = pictureSize(asked)
      return send(
        edition,
        `png ${slug} ${lang} ${width} ${height}`,
        { documents: [documentPath.indicator(slug)] },
        () => {
          const document = indicatorAt(edition, slug)
          return document && indicatorChartSvg(document, lang, { width, height, standalone: true })
        },
        { request, reply },
      )
    },
  })
  addPublicRoute(app, {
    url: '/indicators/:slug/card.png',
    operationId: 'getIndicatorCard',
    summary: 'An indicator as a picture to share',
    description: 'Its name, its verdict and sentence, and its chart; 1200 × 630 pixels.',
    params: z.strictObject({ slug: parameters.slug }),
    query: cardQuery,
    content: png,
    handler: ({ params: { slug }, query: { lang = 'da', release }, request, reply }) => {
      const edition = publication.edition(release)
      return send(
        edition,
        `card ${slug} ${lang}`,
        { documents: [documentPath.indicator(slug)] },
        () => {
          const document = indicatorAt(edition, slug)
          return document && cardSvg(indicatorCard(document, lang))
        },
        { request, reply },
      )
    },
  })
  addPublicRoute(app, {
    url: '/goals/:number/card.png',
    operationId: 'getGoalCard',
    summary: 'A goal as a picture to share',
    description: 'Its words, its verdict, and the chart of the indicator that decides it; 1200 × 630 pixels.',
    params: z.strictObject({ number: parameters.number }),
    query: cardQuery,
    content: png,
    handler: ({ params: { number }, query: { lang = 'da', release }, request, reply }) => {
      const edition = publication.edition(release)
      const svgOf = (): string | null => {
        const goal = publication.read(edition, documentPath.goal(number), GoalDocument)
        if (!goal) return null
        const { verdict, headline, text } = goal.goal
        const decisive = headline === null ? null : indicatorAt(edition, headline)
        const own = decisive ? indicatorCard(decisive, lang) : null
        return cardSvg({
          kicker: `${printedNumber(number)} ${goal.focusArea.title[lang]}`,
          title: text[lang],
          verdict: { name: verdictWords[verdict][lang], tone: toneOf(verdict) },
          sentence: goalSentence(goal.goal, goal.indicators)[lang],
          chart: own?.chart ?? null,
        })
      }
      return send(edition, `goal card ${number} ${lang}`, { documents: [documentPath.goal(number)] }, svgOf, {
        request,
        reply,
      })
    },
  })
  addPublicRoute(app, {
    url: '/frameworks/:framework/card.png',
    operationId: 'getFrameworkCard',
    summary: 'A policy as a picture to share',
    description: 'Its name and the finding over all its goals; 1200 × 630 pixels.',
    params: z.strictObject({ framework: parameters.framework }),
    query: cardQuery,
    content: png,
    handler: ({ params: { framework }, query: { lang = 'da', release }, request, reply }) => {
      const edition = publication.edition(release)
      const svgOf = (): string | null => {
        const document = publication.read(edition, documentPath.framework(framework), FrameworkDocument)
        if (!document) return null
        const { organisation, title } = document.framework
        return cardSvg({
          kicker: organisation.name[lang],
          title: title[lang],
          verdict: null,
          sentence: document.sentence[lang],
          chart: goalMarks(document, lang),
        })
      }
      const documents = [documentPath.framework(framework)]
      return send(edition, `framework card ${framework} ${lang}`, { documents }, svgOf, { request, reply })
    },
  })

  const policyAt = (edition: ReleaseView, slug: string): FrameworkDocument | null =>
    publication.read(edition, documentPath.framework(slug), FrameworkDocument)
  const policiesOf = (edition: ReleaseView): readonly FrameworkDocument[] =>
    policiesIn(publication, edition).flatMap(({ slug }) => policyAt(edition, slug) ?? [])
  addPublicRoute(app, {
    url: '/action-plans/:year/card.png',
    operationId: 'getActionPlanCard',
    summary: 'An action plan as a picture to share',
    description: 'Its name, and how far its actions are; 1200 × 630 pixels.',
    params: z.strictObject({ year: parameters.year }),
    query: cardQuery,
    content: png,
    handler: ({ params: { year }, query: { lang = 'da', release }, request, reply }) => {
      const edition = publication.edition(release)
      const svgOf = (): string | null => {
        const document = publication.read(edition, documentPath.actionPlan(year), ActionPlanDocument)
        if (!document) return null
        const kicker = policyAt(edition, document.actionPlan.framework)?.framework.title[lang] ?? ''
        return cardSvg(actionPlanCard(document, lang, kicker))
      }
      const documents = [documentPath.actionPlan(year), documentPath.frameworks]
      return send(edition, `action plan card ${year} ${lang}`, { documents }, svgOf, { request, reply })
    },
  })
  addPublicRoute(app, {
    url: '/releases/:n/card.png',
    operationId: 'getReleaseCard',
    summary: 'A release as a picture to share',
    description: 'What changed in it, and how the goals stood; 1200 × 630 pixels.',
    params: z.strictObject({ n: parameters.n }),
    query: z.strictObject({ lang: parameters.lang.optional() }),
    content: png,
    handler: ({ params: { n }, query: { lang = 'da' }, request, reply }) => {
      const edition = publication.edition(n)
      const svgOf = (): string => {
        const policies = policiesOf(edition)
        const [only, ...others] = policies
        return cardSvg({
          kicker: inARow(
            policies.map(({ framework }) => framework.title[lang]),
            lang,
          ),
          title: `${cardWords[lang].release} ${n}: ${edition.release.title[lang]}`,
          verdict: null,
          sentence: releaseInWords(publication.store, n)[lang],
          // The goals of several policies would have no room.
          chart: only && others.length === 0 ? goalMarks(only, lang) : null,
        })
      }
      return send(edition, `release card ${lang}`, { documents: [], isPinnable: false }, svgOf, { request, reply })
    },
  })
}
