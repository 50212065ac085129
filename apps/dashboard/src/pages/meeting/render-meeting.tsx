import type { MeetingDocument } from '@pejling/domain/meeting/meeting'
import { showMeeting } from '@pejling/domain/meeting/show'
import { correctedIn, sinceLast } from '@pejling/domain/meeting/since'
import { formatDate } from '@pejling/domain/period/period'
import { IndicatorsDocument, ProfileDocument } from '@pejling/domain/release/documents'
import { plainProfile } from '@pejling/domain/profile/profile'
import { documentPath } from '@pejling/domain/release/paths'
import type { Release, ReleaseChangesDocument } from '@pejling/domain/release/release'
import type { Locale } from '@pejling/domain/text'
import type { JSX } from 'react'
import { linksFor } from '@pejling/addresses/links'
import { written } from '../../documents/written.ts'
import { CurrentPage } from '../../components/page-context.ts'
import { themeOf } from '../../components/theme.ts'
import { messages } from '../../i18n/messages.ts'
import { readDocument } from '../../documents/read-document.ts'
import type { Read } from '../../documents/read-document.ts'
import { meetingLinks, meetingPath } from '@pejling/addresses/meetings'
import { Agenda } from './agenda.tsx'
import { Appendix } from './appendix.tsx'
import { CurrentMeeting } from './meeting-page.ts'
import type { MeetingPage } from './meeting-page.ts'
import { meetingWords } from './messages.ts'
import { Slides } from './slides.tsx'

/** The ways a meeting is shown. */
export type MeetingView = 'agenda' | 'slides' | 'appendix'

/** What a view of a meeting is rendered from. */
export interface MeetingRequest {
  readonly view: MeetingView
  readonly locale: Locale
  readonly meeting: MeetingDocument
  /** What its addresses carry where it is shared by link; `null`: everybody may see it. */
  readonly secret: string | null
  /** A document of the release it is pinned to. */
  readonly read: Read
  readonly release: Release
  /** The newest release. */
  readonly latest: number
  /** What is otherwise in the newest release than in the meeting's own; `null`: it is the newest. */
  readonly after: ReleaseChangesDocument | null
  /** What is otherwise in the meeting's release than in that of the meeting before; `null`: there was no meeting before. */
  readonly before: Pick<ReleaseChangesDocument, 'indicators'> | null
  readonly siteUrl: string
  readonly assets: {
    /** The text of the style sheet. */
    readonly styles: string
    /** The address of the script. */
    readonly script: string
    /** The addresses of the typefaces. */
    readonly fonts: readonly string[]
  }
}

/** A whole HTML document, with the text of each style sheet it carries. */
export interface MeetingAnswer {
  readonly html: string
  readonly styles: readonly string[]
}

const views: Readonly<Record<MeetingView, () => JSX.Element>> = { agenda: Agenda, slides: Slides, appendix: Appendix }

/** Text as a string of a style sheet that stands in HTML. */
const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ,.·/-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`

/** What stands at the foot of each sheet of paper: release and date, and the number of the page. */
function paper(footing: string): string {
  return `@page{size:A4;margin:16mm 16mm 18mm;@bottom-left{content:${cssString(footing)};font:8pt Inter,sans-serif;color:#333}@bottom-right{content:counter(page) " / " counter(pages);font:8pt Inter,sans-serif;color:#333}}`
}

const landscape = '@page{size:338.7mm 190.5mm;margin:0}'

function Head({
  title,
  isOpen,
  styles,
  script,
}: {
  readonly title: string
  /** Whether everybody may see it, search engines too. */
  readonly isOpen: boolean
  readonly styles: readonly string[]
  readonly script: string
}): JSX.Element {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      {!isOpen && <meta name="robots" content="noindex" />}
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      {styles.map((text) => (
        <style key={text} dangerouslySetInnerHTML={{ __html: text }} />
      ))}
      <script type="module" src={script} />
    </head>
  )
}

/** Renders a view of a meeting, whole: it can be read without a script, and on paper. */
export function renderMeeting(request: MeetingRequest): MeetingAnswer {
  const { view, locale, meeting, secret, read, release, latest, after, before, siteUrl, assets } = request
  const words = meetingWords[locale]
  const summaries = readDocument(read, documentPath.indicators, IndicatorsDocument)?.indicators ?? []
  const shown = showMeeting(meeting, read)
  const own = new Set(shown.flatMap(({ indicator }) => indicator?.indicator.slug ?? []))
  const address = { slug: meeting.slug, secret }
  const profile = readDocument(read, documentPath.profile, ProfileDocument) ?? plainProfile
  const page: MeetingPage = {
    meeting,
    shown,
    release,
    latest,
    // Of what the meeting shows: other corrections are no concern of it.
    corrected: after === null ? [] : correctedIn(after).filter(({ change }) => own.has(change.indicator)),
    since: before && sinceLast(before, summaries, meeting.date),
    links: meetingLinks(address, locale),
    otherLanguage: profile.languages.length > 1 ? meetingPath(view, address, locale === 'da' ? 'en' : 'da') : null,
    siteUrl,
  }
  const heading = `${meeting.committee}, ${formatDate(meeting.date, locale)}`
  const footing = `${heading} · ${words.figuresFrom(release.number, release.publishedAt)}`
  const styles = [
    assets.styles,
    ...(profile.colours === null ? [] : [themeOf(profile.colours)]),
    ...(view === 'agenda' ? [] : [view === 'slides' ? landscape : paper(footing)]),
  ]
  const View = views[view]
  const html = written(
    <CurrentPage value={{ locale, words: messages[locale], links: linksFor(locale, release.number), release }}>
      <CurrentMeeting value={page}>
        <html lang={locale}>
          <Head
            title={`${heading} · ${profile.name[locale]}`}
            isOpen={meeting.sharing === 'public'}
            styles={styles}
            script={assets.script}
          />
          <body className={`meeting meeting-${view}`}>
            <a className="skip-link" href="#main">
              {messages[locale].skipToContent}
            </a>
            <View />
          </body>
        </html>
      </CurrentMeeting>
    </CurrentPage>,
    assets.fonts,
  )
  return { html, styles }
}
