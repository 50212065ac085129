import { showMeeting } from '@pejling/domain/meeting/show'
import { correctedIn, sinceLast } from '@pejling/domain/meeting/since'
import { formatDate } from '@pejling/domain/period/period'
import { IndicatorsDocument, ProfileDocument } from '@pejling/domain/release/documents'
import { plainProfile } from '@pejling/domain/profile/profile'
import { documentPath } from '@pejling/domain/release/paths'
import type { MeetingRequest, MeetingView } from '@pejling/page-contract/pages'
import type { RenderedPage, Rendering } from '@pejling/page-contract/rendering'
import type { JSX } from 'react'
import { linksFor } from '@pejling/addresses/links'
import { written } from '../../documents/written.ts'
import { Head } from '../../components/head.tsx'
import { CurrentPage } from '../../components/page-context.ts'
import { themeOf } from '../../components/theme.ts'
import { messages } from '../../i18n/messages.ts'
import { readDocument } from '../../documents/read-document.ts'
import { meetingLinks } from '@pejling/addresses/meetings'
import { Agenda } from './agenda.tsx'
import { Appendix } from './appendix.tsx'
import { CurrentMeeting } from './meeting-page.ts'
import type { MeetingPage } from './meeting-page.ts'
import { meetingWords } from './messages.ts'
import { Slides } from './slides.tsx'

const views: Readonly<Record<MeetingView, () => JSX.Element>> = { agenda: Agenda, slides: Slides, appendix: Appendix }

/** Text as a string of a style sheet that stands in HTML. */
const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ,.·/-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`

/** What stands at the foot of each sheet of paper: release and date, and the number of the page. */
function paper(footing: string): string {
  return `@page{size:A4;margin:16mm 16mm 18mm;@bottom-left{content:${cssString(footing)};font:8pt Inter,sans-serif;color:#333}@bottom-right{content:counter(page) " / " counter(pages);font:8pt Inter,sans-serif;color:#333}}`
}

const landscape = '@page{size:338.7mm 190.5mm;margin:0}'

/** Renders a view of a meeting, whole: it can be read without a script, and on paper. */
export function renderMeeting(request: MeetingRequest & Rendering): RenderedPage {
  const { view, locale, meeting, secret, read, release, latest, after, before, siteUrl, assets, mode, policy } = request
  const origin = mode === 'standalone' ? siteUrl : ''
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
    links: meetingLinks(address, locale, origin),
    otherLanguage:
      profile.languages.length > 1 ? meetingLinks(address, locale === 'da' ? 'en' : 'da', origin)[view] : null,
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
    <CurrentPage
      value={{ locale, words: messages[locale], links: linksFor(locale, release.number, [], origin), release }}
    >
      <CurrentMeeting value={page}>
        <html lang={locale}>
          <Head
            title={`${heading} · ${profile.name[locale]}`}
            unlisted={meeting.sharing !== 'public'}
            mode={mode}
            styles={styles}
            script={assets.script}
            policy={policy}
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
