import {
  meetingPath,
  meetingPattern,
  meetingPrintPath,
  type MeetingAddress,
  type MeetingPart,
} from '@pejling/addresses/meetings'
import { meetingWords, parameterWords } from '@pejling/addresses/words'
import { caseText } from '@pejling/domain/meeting/case-text'
import type { MeetingDocument } from '@pejling/domain/meeting/meeting'
import { Locale } from '@pejling/domain/text'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Site } from '@pejling/page-contract/site'
import { changesBefore, meetingFile, type MeetingFile } from '../meetings/meeting-file.ts'
import { meetingSlides } from '../meetings/meeting-slides.ts'
import { meetingWorkbook } from '../meetings/meeting-workbook.ts'
import { CannotPrintError, type PrintPdf } from '../meetings/pdf.ts'
import { isSameSecret } from '../http/same-secret.ts'
import { releaseChanges } from '../releases/release-changes.ts'
import type { MeetingView } from '@pejling/page-contract/pages'
import type { RenderedPage } from '@pejling/page-contract/rendering'
import { policyHeaders } from '../http/security-headers.ts'
import { renderedFor, type PageRenderer, type RenderedFor } from './page-renderer.ts'
import { sendPage } from './page-routes.ts'
import type { ReleaseView, ReleaseCache } from './release-cache.ts'
import { policiesIn } from './site-of-edition.ts'
import {
  makeBody,
  makePackedBody,
  makeCachedResponse,
  sendCachedResponse,
  type CachedResponse,
} from './cached-response.ts'

const Asked = z.object({
  params: z.object({ slug: z.string() }),
  query: z.record(z.string(), z.unknown()),
})

/** A meeting that a person asked for and may see. */
interface AskedMeeting {
  readonly meeting: MeetingDocument
  /** Its addresses, with the secret where it has one. */
  readonly address: MeetingAddress
  /** The release its figures are from. */
  readonly edition: ReleaseView
  /** The newest release. */
  readonly latest: ReleaseView
}

/** `null`: there is no such meeting for whoever asks. A wrong secret is told nothing else than a wrong name. */
function askedFor(publication: ReleaseCache, request: FastifyRequest, locale: Locale): AskedMeeting | null {
  const asked = Asked.safeParse(request)
  if (!asked.success) return null
  const { params, query } = asked.data
  const shared = publication.store.meeting(params.slug)
  if (!shared || shared.document === null) return null
  const { document: meeting, secret } = shared
  const given = query[parameterWords.key[locale]]
  if (secret !== null && !isSameSecret(typeof given === 'string' ? given : '', secret)) return null
  return {
    meeting,
    address: { slug: meeting.slug, secret },
    edition: publication.edition(meeting.release),
    latest: publication.edition(undefined),
  }
}

/** What an answer is made of. */
interface Content {
  readonly body: string | Buffer
  readonly contentType: string
  readonly headers: readonly (readonly [string, string])[]
}

/** A file to be kept: a browser asks where, rather than showing it. */
const fileNamed = (name: string): Content['headers'] => [
  ...policyHeaders('page'),
  ['content-disposition', `attachment; filename="${name}"`],
]

/** What the meetings are shown with. */
export interface MeetingParts {
  readonly publication: ReleaseCache
  readonly renderer: PageRenderer
  readonly site: Site
  /** Makes PDF files; `null`: this machine cannot. */
  readonly printPdf: PrintPdf | null
}

/** The parts of a meeting, each in one language. */
function contentsOf({ publication, renderer, site }: MeetingParts) {
  const read =
    ({ edition }: AskedMeeting) =>
    (path: string) =>
      publication.readJson(edition, path)

  const rendered = async (
    asked: AskedMeeting,
    view: MeetingView,
    locale: Locale,
    purpose: RenderedFor = renderedFor(site),
  ): Promise<RenderedPage> => {
    const { meeting, edition } = asked
    const latest = asked.latest.release.number
    const { renderMeeting } = await renderer.pages()
    const { number } = edition.release
    return renderMeeting(
      {
        view,
        locale,
        meeting,
        secret: asked.address.secret,
        read: read(asked),
        release: edition.release,
        latest,
        after: number < latest ? releaseChanges(publication.store, number, latest) : null,
        before: changesBefore(publication.store, meeting),
        siteUrl: site.url,
      },
      purpose,
    )
  }

  const policyTitles = ({ edition }: AskedMeeting): readonly string[] =>
    policiesIn(publication, edition).map(({ title }) => title.da)

  const fileOf = (asked: AskedMeeting, locale: Locale): MeetingFile =>
    meetingFile({
      meeting: asked.meeting,
      release: asked.edition.release,
      locale,
      address: new URL(meetingPath('agenda', asked.address, locale), site.url).href,
      store: publication.store,
      read: read(asked),
    })

  return {
    view:
      (view: MeetingView, locale: Locale) =>
      async (asked: AskedMeeting): Promise<Content> => {
        const { html, styles } = await rendered(asked, view, locale)
        return {
          body: html,
          contentType: 'text/html; charset=utf-8',
          headers: policyHeaders('page', { styles }),
        }
      },

    caseText: (asked: AskedMeeting): Promise<Content> => {
      const { meeting, shown, release, address } = fileOf(asked, 'da')
      const policies = policyTitles(asked)
      return Promise.resolve({
        body: `${caseText(meeting, shown, policies, release, address)}\n`,
        contentType: 'text/plain; charset=utf-8',
        headers: policyHeaders('page'),
      })
    },

    worker:
      (locale: Locale) =>
      ({ meeting }: AskedMeeting): Promise<Content> =>
        Promise.resolve({
          body: renderer.meetingWorker,
          contentType: 'text/javascript; charset=utf-8',
          headers: [
            ...policyHeaders('page'),
            // Else it would keep only what lies below the agenda, not the agenda itself.
            ['service-worker-allowed', meetingPath('agenda', { slug: meeting.slug, secret: null }, locale)],
          ],
        }),

    pdf:
      (locale: Locale, print: PrintPdf) =>
      async (asked: AskedMeeting): Promise<Content> => {
        publication.heavyWork()
        const alone = { mode: 'standalone', policy: 'standalone' } as const
        const { html } = await rendered(asked, 'appendix', locale, alone)
        return {
          body: await print(html),
          contentType: 'application/pdf',
          headers: fileNamed(`${asked.meeting.slug}-${meetingWords.appendix[locale]}.pdf`),
        }
      },

    slides:
      (locale: Locale) =>
      async (asked: AskedMeeting): Promise<Content> => {
        publication.heavyWork()
        return {
          body: await meetingSlides(fileOf(asked, locale)),
          contentType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
          headers: fileNamed(`${asked.meeting.slug}.pptx`),
        }
      },

    workbook:
      (locale: Locale) =>
      async (asked: AskedMeeting): Promise<Content> => {
        publication.heavyWork()
        return {
          body: await meetingWorkbook(fileOf(asked, locale)),
          contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          headers: fileNamed(`${asked.meeting.slug}.xlsx`),
        }
      },
  }
}

function served({ body, contentType, headers }: Content, sharedAt: string): CachedResponse {
  return makeCachedResponse(typeof body === 'string' ? makeBody(body) : makePackedBody(body), {
    contentType,
    lastModified: sharedAt,
    freshness: 'current',
    vary: 'Accept-Encoding',
    headers,
  })
}

/**
 * The meetings that are shared, on a tablet, on the wall and on paper, as files to take along, and as a text for the agenda
 * system. Each shows the figures of the release it is pinned to, and tells of what has been corrected since.
 */
export function registerMeetingPages(app: FastifyInstance, parts: MeetingParts): void {
  const { publication, renderer, site, printPdf } = parts
  const answer = (
    part: MeetingPart,
    locale: Locale,
    send: (asked: AskedMeeting, request: FastifyRequest, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>,
  ): void => {
    const url = meetingPattern(part, locale)
    app.get(url, { schema: { hide: true } }, async (request, reply): Promise<FastifyReply> => {
      const asked = askedFor(publication, request, locale)
      return asked ? send(asked, request, reply) : sendPage(publication, renderer, site, request, reply)
    })
  }
  const send = async (
    name: string,
    make: (asked: AskedMeeting) => Promise<Content>,
    asked: AskedMeeting,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    const { slug, version, sharing, sharedAt } = asked.meeting
    // Of the newest release: what has been corrected since is told on it.
    const kept = `meeting ${name} ${slug} ${version} ${sharing}`
    const made = await publication.made(asked.latest, kept, async () => served(await make(asked), sharedAt))
    return sendCachedResponse(request, reply, made)
  }
  const route = (part: MeetingPart, locale: Locale, make: (asked: AskedMeeting) => Promise<Content>): void =>
    answer(part, locale, (asked, request, reply) => send(`${part} ${locale}`, make, asked, request, reply))

  const contents = contentsOf(parts)
  for (const locale of Locale.options) {
    for (const view of ['agenda', 'slides', 'appendix'] as const) route(view, locale, contents.view(view, locale))
    answer('pdf', locale, async (asked, request, reply) => {
      const printed = meetingPrintPath(asked.address, locale)
      if (printPdf === null) return reply.redirect(printed, 303)
      try {
        return await send(`pdf ${locale}`, contents.pdf(locale, printPdf), asked, request, reply)
      } catch (err) {
        if (!(err instanceof CannotPrintError)) throw err
        request.log.warn({ err, route: request.routeOptions.url }, 'no PDF file could be made')
        return reply.redirect(printed, 303)
      }
    })
    route('powerpoint', locale, contents.slides(locale))
    route('workbook', locale, contents.workbook(locale))
    route('caseText', locale, contents.caseText)
    route('worker', locale, contents.worker(locale))
  }
}
