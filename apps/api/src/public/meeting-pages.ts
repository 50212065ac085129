import { createHash, timingSafeEqual } from 'node:crypto'
import { caseText } from '@pejling/domain/meeting/case-text'
import type { MeetingDocument } from '@pejling/domain/meeting/meeting'
import { showMeeting } from '@pejling/domain/meeting/show'
import { Locale } from '@pejling/domain/text/text'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Site } from '../config.ts'
import { releaseChanges } from '../releases/release-changes.ts'
import { hashOfStyles, type MeetingView, type PageRenderer } from './page-renderer.ts'
import { pageSecurity, sendPage } from './page-routes.ts'
import type { Edition, Publication } from './publication.ts'
import { makeBody, makeServed, sendServed, type Served } from './served.ts'

const bases: Readonly<Record<Locale, string>> = { da: '/moede/:slug', en: '/en/meeting/:slug' }
const views: Readonly<Record<MeetingView, Readonly<Record<Locale, string>>>> = {
  agenda: { da: '', en: '' },
  slides: { da: '/praesentation', en: '/slides' },
  appendix: { da: '/bilag', en: '/appendix' },
}

const Asked = z.object({
  params: z.object({ slug: z.string() }),
  query: z.object({ noegle: z.string().optional() }),
})

/** Whether two secrets are the same, in a time that says nothing of where they differ. */
function isSame(given: string, secret: string): boolean {
  const [a, b] = [given, secret].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}

/** A meeting that somebody asked for and may see. */
interface AskedMeeting {
  readonly meeting: MeetingDocument
  /** Its Danish address, with its secret where it has one. */
  readonly address: string
  /** The release its figures are from. */
  readonly edition: Edition
}

/** `null`: there is no such meeting for whoever asks. A wrong secret is told nothing else than a wrong name. */
function askedFor(publication: Publication, request: FastifyRequest): AskedMeeting | null {
  const asked = Asked.safeParse(request)
  if (!asked.success) return null
  const { params, query } = asked.data
  const shared = publication.store.meeting(params.slug)
  if (!shared || shared.document === null) return null
  const { document: meeting, secret } = shared
  if (secret !== null && !isSame(query.noegle ?? '', secret)) return null
  return {
    meeting,
    address: secret === null ? `/moede/${meeting.slug}` : `/moede/${meeting.slug}?noegle=${secret}`,
    edition: publication.edition(meeting.release),
  }
}

interface Made {
  readonly text: string
  readonly contentType: string
  readonly sharedAt: string
  readonly headers: readonly (readonly [string, string])[]
}

function served({ text, contentType, sharedAt, headers }: Made): Served {
  return makeServed(makeBody(text), {
    contentType,
    lastModified: sharedAt,
    freshness: 'current',
    vary: 'Accept-Encoding',
    headers,
  })
}

/**
 * The meetings that are shared, on a tablet, on the wall and on paper, and as a text for the agenda system. Each shows the
 * figures of the release it is pinned to, and tells of what has been corrected since.
 */
export function registerMeetingPages(
  app: FastifyInstance,
  publication: Publication,
  renderer: PageRenderer,
  site: Site,
): void {
  const route = (
    url: string,
    name: string,
    make: (asked: AskedMeeting, latest: number) => Promise<Served>,
  ): FastifyInstance =>
    app.get(url, { schema: { hide: true } }, async (request, reply): Promise<FastifyReply> => {
      const asked = askedFor(publication, request)
      if (!asked) return sendPage(publication, renderer, site, request, reply)
      // Of the newest release: what has been corrected since is told on it.
      const latest = publication.edition(undefined)
      const { slug, version, sharing } = asked.meeting
      const kept = `meeting ${name} ${slug} ${version} ${sharing}`
      const known = publication.known(latest, kept)
      if (known) return sendServed(request, reply, known)
      const made = await make(asked, latest.release.number)
      return sendServed(
        request,
        reply,
        publication.answer(latest, kept, () => made),
      )
    })

  const viewOf =
    (view: MeetingView, locale: Locale) =>
    async ({ meeting, address, edition }: AskedMeeting, latest: number): Promise<Served> => {
      const { renderMeeting } = await renderer.pages()
      const { number } = edition.release
      const { html, styles } = renderMeeting({
        view,
        locale,
        meeting,
        address,
        read: (path) => publication.readJson(edition, path),
        release: edition.release,
        latest,
        after: number < latest ? releaseChanges(publication.store, number, latest) : null,
        before:
          meeting.before &&
          (meeting.before.release < number
            ? releaseChanges(publication.store, meeting.before.release, number)
            : { indicators: [] }),
        siteUrl: site.url,
      })
      return served({
        text: html,
        contentType: 'text/html; charset=utf-8',
        sharedAt: meeting.sharedAt,
        headers: pageSecurity(styles.map(hashOfStyles)),
      })
    }

  const textOf = ({ meeting, address, edition }: AskedMeeting): Promise<Served> => {
    const shown = showMeeting(meeting, (path) => publication.readJson(edition, path))
    const text = caseText(meeting, shown, edition.release, new URL(address, site.url).href)
    return Promise.resolve(
      served({
        text: `${text}\n`,
        contentType: 'text/plain; charset=utf-8',
        sharedAt: meeting.sharedAt,
        headers: pageSecurity([]),
      }),
    )
  }

  const workerOf =
    (locale: Locale) =>
    ({ meeting }: AskedMeeting): Promise<Served> =>
      Promise.resolve(
        served({
          text: renderer.meetingWorker,
          contentType: 'text/javascript; charset=utf-8',
          sharedAt: meeting.sharedAt,
          headers: [
            ...pageSecurity([]),
            // Else it would keep only what lies below the agenda, not the agenda itself.
            ['service-worker-allowed', bases[locale].replace(':slug', meeting.slug)],
          ],
        }),
      )

  for (const locale of Locale.options) {
    for (const view of ['agenda', 'slides', 'appendix'] as const) {
      route(`${bases[locale]}${views[view][locale]}`, `${view} ${locale}`, viewOf(view, locale))
    }
    route(`${bases[locale]}/sagsfremstilling.txt`, 'case text', textOf)
    route(`${bases[locale]}/offline.js`, `worker ${locale}`, workerOf(locale))
  }
}
