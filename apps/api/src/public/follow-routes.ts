import { apiPath } from '@pejling/addresses/api'
import { linksFor } from '@pejling/addresses/links'
import { markOf } from '@pejling/domain/framework'
import { compareEntries } from '@pejling/domain/release/compare'
import { IndicatorDocument, IndicatorsDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import type { Release } from '@pejling/domain/release/release'
import { inARow, type Locale } from '@pejling/domain/text'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Site } from '@pejling/page-contract/site'
import { atomFeed, type FeedEntry } from '../exports/atom.ts'
import { catalogueAsTurtle, catalogueOf } from '../exports/dcat.ts'
import { preferredType } from '../http/accept.ts'
import { parameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { policiesIn, profileIn } from './site-of-edition.ts'
import { addPublicRoute, noParams } from './public-route.ts'
import type { AnswerAbout, ReleaseView, ReleaseCache } from './release-cache.ts'
import { releaseInWords } from './release-documents.ts'
import { makeBody, sendCachedResponse } from './cached-response.ts'

/** How many releases a feed goes back. */
const feedLength = 50

const feedWords: Readonly<
  Record<
    Locale,
    {
      readonly all: string
      readonly goal: (number: string) => string
      readonly release: (number: number) => string
    }
  >
> = {
  da: {
    all: 'Udgivelser',
    goal: (number) => `Mål ${number}`,
    release: (number) => `Udgivelse ${number}`,
  },
  en: {
    all: 'Releases',
    goal: (number) => `Goal ${number}`,
    release: (number) => `Release ${number}`,
  },
}

/** The releases up to an edition's that changed what is about a goal, or all; the newest first. */
function releasesAbout(publication: ReleaseCache, { release }: ReleaseView, goal: string | null): Release[] {
  const { store } = publication
  const all = store.releases(release.number).slice(0, feedLength)
  if (goal === null) return all
  const path = documentPath.goal(goal)
  return all.filter(({ number }) =>
    compareEntries(store.entries(number - 1), store.entries(number)).some((entry) => entry.path === path),
  )
}

function entriesOf(
  publication: ReleaseCache,
  releases: readonly Release[],
  { url }: Site,
  locale: Locale,
): FeedEntry[] {
  return releases.map(({ number, title, note, publishedAt, publishedBy }) => {
    const changes = releaseInWords(publication.store, number)[locale]
    return {
      url: new URL(linksFor(locale, null).release(number), url).href,
      title: `${feedWords[locale].release(number)}: ${title[locale]}`,
      text: [changes, note?.[locale]].filter(Boolean).join(' '),
      at: publishedAt,
      by: publishedBy,
    }
  })
}

function catalogue(publication: ReleaseCache, edition: ReleaseView, site: Site): object {
  const [first, ...others] = policiesIn(publication, edition)
  if (first === undefined) throw new Problem('not-found', { da: 'Der er ingen politik.', en: 'There is no policy.' })
  const summaries = publication.read(edition, documentPath.indicators, IndicatorsDocument)
  // What is invented must not be found as data.
  const offered = summaries?.demonstration ? [] : (summaries?.indicators ?? []).filter(({ latest }) => latest !== null)
  const { number, publishedAt } = edition.release
  const issuedAt = (path: string): string => publication.store.firstPublishedAt(path, number) ?? publishedAt
  return catalogueOf({
    policies: [first, ...others],
    languages: profileIn(publication, edition).languages,
    indicators: offered.flatMap(({ slug }) => {
      const document = publication.read(edition, documentPath.indicator(slug), IndicatorDocument)
      const figures = documentPath.observations(slug)
      return document
        ? { document, issuedAt: issuedAt(figures), modifiedAt: publication.modifiedAt(edition, [figures]) }
        : []
    }),
    firstPublishedAt: publication.store.release(1)?.publishedAt ?? edition.release.publishedAt,
    site,
  })
}

/** What other programs follow: the catalogue of what is offered, and feeds of what happens. */
export function addFollowRoutes(app: FastifyInstance, publication: ReleaseCache, site: Site): void {
  const send = async (
    edition: ReleaseView,
    name: string,
    about: AnswerAbout,
    make: () => string | Promise<string>,
    { request, reply }: { readonly request: Parameters<typeof sendCachedResponse>[0]; readonly reply: FastifyReply },
  ): Promise<FastifyReply> => {
    const served = await publication.made(edition, name, async () =>
      publication.served(edition, makeBody(await make()), about),
    )
    return sendCachedResponse(request, reply, served)
  }
  const release = parameters.release.optional()
  const kinds = {
    jsonld: { contentType: 'application/ld+json; charset=utf-8', make: (made: object) => JSON.stringify(made) },
    ttl: { contentType: 'text/turtle; charset=utf-8', make: catalogueAsTurtle },
  } as const
  const kindOfType = {
    'application/ld+json': 'jsonld',
    'text/turtle': 'ttl',
    // JSON-LD is JSON.
    'application/json': 'jsonld',
  } as const
  const accepted = (accept: string | undefined): keyof typeof kinds => {
    const type = preferredType(accept, ['application/ld+json', 'text/turtle', 'application/json'])
    if (type !== null) return kindOfType[type]
    throw new Problem('not-acceptable', {
      da: 'Kataloget findes som application/ld+json og text/turtle.',
      en: 'The catalogue exists as application/ld+json and text/turtle.',
    })
  }
  const jsonLd = {
    'application/ld+json': z
      .looseObject({ '@context': z.record(z.string(), z.unknown()), '@type': z.literal('dcat:Catalog') })
      .meta({ id: 'Catalogue', description: 'A catalogue after DCAT-AP, as JSON-LD.' }),
  }
  const turtle = { 'text/turtle': z.string() }
  for (const [url, fixed, content] of [
    ['/catalogue', null, { ...jsonLd, ...turtle }],
    ['/catalogue.jsonld', 'jsonld', jsonLd],
    ['/catalogue.ttl', 'ttl', turtle],
  ] as const) {
    addPublicRoute(app, {
      url,
      operationId: `getCatalogue${fixed === null ? '' : `As${fixed === 'ttl' ? 'Turtle' : 'JsonLd'}`}`,
      summary: 'What is offered as open data',
      description:
        'A catalogue after DCAT-AP: a dataset for each indicator that has figures, with its formats. JSON-LD, or Turtle by Accept.',
      params: noParams,
      query: z.strictObject({ release }),
      content,
      isNegotiated: fixed === null,
      handler: ({ query, request, reply }) => {
        const edition = publication.edition(query.release)
        const kind = fixed ?? accepted(request.headers.accept)
        const { contentType, make } = kinds[kind]
        const chosen = fixed === null && { ending: kind, vary: 'Accept, Accept-Encoding' }
        const about = { contentType, documents: [], ...chosen }
        const name = `catalogue ${kind} ${fixed === null}`
        return send(edition, name, about, () => make(catalogue(publication, edition, site)), { request, reply })
      },
    })
  }
  const feed = (goal: string | null, locale: Locale, edition: ReleaseView): string => {
    const words = feedWords[locale]
    const policies = policiesIn(publication, edition)
    const own = goal === null ? policies : policies.filter(({ mark }) => mark === markOf(goal))
    const about = goal === null ? words.all : words.goal(goal)
    const links = linksFor(locale, null)
    const path =
      goal === null ? apiPath('feed', {}, { lang: locale }) : apiPath('goalFeed', { number: goal }, { lang: locale })
    return atomFeed({
      url: new URL(path, site.url).href,
      page: new URL(goal === null ? links.page('releases') : links.goal(goal), site.url).href,
      title: [policies[0]?.organisation.name[locale], about].filter(Boolean).join(': '),
      subtitle: inARow(
        own.map(({ title }) => title[locale]),
        locale,
      ),
      language: locale,
      entries: entriesOf(publication, releasesAbout(publication, edition, goal), site, locale),
    })
  }
  const atom = { 'application/atom+xml': z.string() }
  const atomFeedAbout = { contentType: 'application/atom+xml; charset=utf-8', documents: [] }
  addPublicRoute(app, {
    url: '/feed.atom',
    operationId: 'followReleases',
    summary: 'Follow the releases',
    description: `The latest ${feedLength} releases with what each changed, as a feed (Atom 1.0).`,
    params: noParams,
    query: z.strictObject({ release, lang: parameters.lang.optional() }),
    content: atom,
    handler: ({ query: { lang = 'da', ...query }, request, reply }) => {
      const edition = publication.edition(query.release)
      return send(edition, `feed ${lang}`, atomFeedAbout, () => feed(null, lang, edition), { request, reply })
    },
  })
  addPublicRoute(app, {
    url: '/goals/:number/feed.atom',
    operationId: 'followGoal',
    summary: 'Follow a goal',
    description: 'The releases that changed something about the goal, as a feed (Atom 1.0).',
    params: z.strictObject({ number: parameters.number }),
    query: z.strictObject({ release, lang: parameters.lang.optional() }),
    content: atom,
    handler: ({ params: { number }, query: { lang = 'da', ...query }, request, reply }) => {
      const edition = publication.edition(query.release)
      const make = (): string => {
        if (publication.readJson(edition, documentPath.goal(number)) !== undefined) return feed(number, lang, edition)
        throw new Problem('not-found', { da: `Der er intet mål ${number}.`, en: `There is no goal ${number}.` })
      }
      return send(edition, `feed ${number} ${lang}`, atomFeedAbout, make, { request, reply })
    },
  })
}
