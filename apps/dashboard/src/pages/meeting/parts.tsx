import { progressWords } from '@pejling/domain/sentence/outcome'
import type { ShownItem } from '@pejling/domain/meeting/show'
import { isUnchanged } from '@pejling/domain/meeting/since'
import type { ChangedIndicator } from '@pejling/domain/meeting/since'
import { formatDate, periodLabel, periodOf } from '@pejling/domain/period/period'
import { formatValue } from '@pejling/domain/unit/format'
import type { JSX, ReactNode } from 'react'
import { linksFor } from '@pejling/addresses/links'
import { usePage } from '../../components/page-context.ts'
import { ComparisonText } from '../../components/compared.tsx'
import { VerdictMark, VerdictName } from '../../components/verdict.tsx'
import { useMeeting } from './meeting-page.ts'
import { meetingWords } from './messages.ts'

/** What agenda, slides and appendix have in common. */

/** Words of a meeting, in the language they were written in: several lines are several paragraphs. */
export function Written({ children }: { readonly children: string }): JSX.Element {
  return (
    <>
      {[...new Set(children.split(/\n+/))].map((line) => (
        <p key={line} lang="da">
          {line}
        </p>
      ))}
    </>
  )
}

/** What an item is called, in the language it is called so in. */
export function ItemName({ shown: { name, isDanish } }: { readonly shown: ShownItem }): JSX.Element {
  const { locale } = usePage()
  return isDanish && locale !== 'da' ? <span lang="da">{name.da}</span> : <>{name[locale]}</>
}

/** Where an item's subject stands as it was in the release, for ever; `null` where it has no page. */
export function useFrozen({ item, indicator }: ShownItem): string | null {
  const { links } = usePage()
  const { siteUrl } = useMeeting()
  const path =
    item.about.kind === 'goal'
      ? links.goal(item.about.goal)
      : item.about.kind === 'action-plan'
        ? links.actionPlan(item.about)
        : indicator && links.indicator(indicator.indicator.slug)
  return path === null ? null : new URL(path, siteUrl).href
}

interface FindingProps {
  readonly shown: ShownItem
  /** Of the mark, in CSS pixels. */
  readonly size: number
  /** Whether there is room only for the finding and how it compares, as on a wall. */
  readonly isShort?: boolean
}

/** The verdict with its mark and the finding, how it compares, and what it amounts to in people; nothing where nothing is judged. */
export function FindingText({ shown, size, isShort = false }: FindingProps): JSX.Element | null {
  const { locale } = usePage()
  const { verdict, sentence, compared, people } = shown
  if (verdict === null) return null
  return (
    <>
      <p className="finding">
        <VerdictMark verdict={verdict} size={size} />
        <span>
          <VerdictName verdict={verdict} />
          <span className="verdict-stop">.</span> {sentence?.[locale]}
        </span>
      </p>
      <ComparisonText sentences={isShort ? [compared] : [compared, people]} />
    </>
  )
}

/** What has been done about an item's subject, as far as its release knows. */
export function Done({ shown: { actions, comment } }: { readonly shown: ShownItem }): JSX.Element | null {
  const { locale } = usePage()
  const words = meetingWords[locale]
  const action = comment?.action ?? null
  if (actions.length === 0 && action === null) return null
  return (
    <SlidePart title={words.done}>
      {action !== null && <p>{action[locale]}</p>}
      {actions.length > 0 && (
        <ul>
          {actions.map(({ year, action: own, outcome }) => (
            <li
              key={`${year} ${own.slug}`}
            >{`${own.title[locale]} (${year}): ${progressWords(own, outcome)[locale]}`}</li>
          ))}
        </ul>
      )}
    </SlidePart>
  )
}

/** A part of an item under its heading. */
export function SlidePart({ title, children }: { readonly title: string; readonly children: ReactNode }): JSX.Element {
  return (
    <div className="item-part">
      <h3>{title}</h3>
      {children}
    </div>
  )
}

/** What was decided of the same at earlier meetings. */
export function EarlierItems({ shown: { item } }: { readonly shown: ShownItem }): JSX.Element | null {
  const { locale } = usePage()
  const words = meetingWords[locale]
  if (item.earlier.length === 0) return null
  return (
    <SlidePart title={words.earlier}>
      <ul>
        {item.earlier.map(({ meeting, date, decision }) => (
          <li key={`${meeting} ${decision}`}>
            {`${words.decided(date)} `}
            <span lang="da">{decision}</span>
          </li>
        ))}
      </ul>
    </SlidePart>
  )
}

/** What is said, recommended and decided at an item. */
export function Proceedings({ shown }: { readonly shown: ShownItem }): JSX.Element {
  const { locale } = usePage()
  const words = meetingWords[locale]
  const { point, recommendation, said, decision } = shown.item
  const parts = [
    [words.recommendation, recommendation],
    [words.said, said],
    [words.decision, decision],
  ] as const
  return (
    <>
      {point !== null && (
        <SlidePart title={words.point}>
          <Written>{point}</Written>
        </SlidePart>
      )}
      <Done shown={shown} />
      <EarlierItems shown={shown} />
      {parts.map(
        ([title, text]) =>
          text !== null && (
            <SlidePart key={title} title={title}>
              <Written>{text}</Written>
            </SlidePart>
          ),
      )}
    </>
  )
}

/** The figures of one indicator that are others now: what they were, and what they are. */
function CorrectedFigures({ corrected: { change, figures } }: { readonly corrected: ChangedIndicator }): JSX.Element {
  const { locale } = usePage()
  const words = meetingWords[locale]
  const valueOf = (figure: { readonly value: number | null } | null): string =>
    figure === null || figure.value === null ? words.gone : formatValue(figure.value, change, locale)
  return (
    <ul>
      {figures.map(({ series, seriesName, period, before, after }) => (
        <li key={`${series} ${period}`}>
          {`${seriesName[locale]}, ${periodLabel(periodOf(change.periodKind, period), locale)}: `}
          {`${valueOf(before)} → ${valueOf(after)}`}
        </li>
      ))}
    </ul>
  )
}

/** That figures have been corrected since, and which. `only`: those of one indicator. */
export function Corrections({ only }: { readonly only?: string }): JSX.Element | null {
  const { locale } = usePage()
  const { corrected, meeting, latest } = useMeeting()
  const words = meetingWords[locale]
  const told = corrected.filter(({ change }) => only === undefined || change.indicator === only)
  if (told.length === 0) return null
  // Not within the meeting's release: it knows nothing of later ones.
  const compare = linksFor(locale, null).release(latest, meeting.release)
  return (
    <div className="corrections">
      <p>
        <strong>{words.corrected(told.length)}</strong> {words.correctedNote}
      </p>
      <ul>
        {told.map((one) => (
          <li key={one.change.indicator}>
            {one.change.name[locale]}
            <CorrectedFigures corrected={one} />
          </li>
        ))}
      </ul>
      {only === undefined && (
        <p>
          <a href={compare}>{words.compare}</a>
        </p>
      )}
    </div>
  )
}

interface ToldProps {
  readonly title: string
  readonly lines: readonly { readonly key: string; readonly line: ReactNode }[]
  readonly most: number
}

function Told({ title, lines, most }: ToldProps): JSX.Element | null {
  const { locale } = usePage()
  if (lines.length === 0) return null
  const shown = lines.length > most ? lines.slice(0, most - 1) : lines
  return (
    <div className="told">
      <h3>{`${title} (${lines.length})`}</h3>
      <ul>
        {shown.map(({ key, line }) => (
          <li key={key}>{line}</li>
        ))}
        {shown.length < lines.length && <li>{meetingWords[locale].more(lines.length - shown.length)}</li>}
      </ul>
    </div>
  )
}

/** What changed since the committee last met: verdicts, new, corrected and late figures; at `most` so many of each by name. */
export function Since({ most }: { readonly most: number }): JSX.Element | null {
  const { locale } = usePage()
  const { since, meeting } = useMeeting()
  const words = meetingWords[locale]
  if (since === null || meeting.before === null) return null
  if (isUnchanged(since)) return <p className="lead">{words.unchanged(meeting.before.date)}</p>
  const ofFigures = (changed: readonly ChangedIndicator[]) =>
    changed.map(({ change, figures }) => ({
      key: change.indicator,
      line: `${change.name[locale]}: ${words.figures(figures.length)}`,
    }))
  return (
    <div className="since">
      <Told
        title={words.verdicts}
        most={most}
        lines={since.verdicts.map(({ slug, name, before, after }) => ({
          key: slug,
          line: (
            <>
              {`${name[locale]}: `}
              <VerdictName verdict={before} /> → <VerdictName verdict={after} />
            </>
          ),
        }))}
      />
      <Told title={words.correctedFigures} most={most} lines={ofFigures(since.corrected)} />
      <Told title={words.added} most={most} lines={ofFigures(since.added)} />
      <Told
        title={words.late}
        most={most}
        lines={since.late.map(({ indicator, name, expectedOn }) => ({
          key: indicator,
          line: `${name[locale]}, ${words.expected(expectedOn)}`,
        }))}
      />
    </div>
  )
}

/** The committee and the day. */
export function useHeading(): string {
  const { locale } = usePage()
  const { committee, date } = useMeeting().meeting
  // The point stays with the name, where there are two lines.
  return `${committee}\u00A0· ${formatDate(date, locale)}`
}
