import { deskPath } from '@pejling/addresses/desk'
import { haveOneName } from '@pejling/domain/sentence/verdict-words'
import type { PreviewItem } from '@pejling/domain/workspace/releases'
import { useState, type JSX } from 'react'
import { writtenChange } from '../../pages/releases/written-figure.ts'
import { locale } from '../client/locale.ts'
import { ChangedAssessment } from '../widgets/changed-assessment.tsx'
import { ChangedFields } from '../widgets/changed-fields.tsx'
import { ChangedFigures, periodInWords } from '../widgets/changed-figures.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { textKindWords } from '../widgets/text-kind-words.ts'
import { Tick } from '../widgets/tick.tsx'
import { chooseWords as words } from './choose-words.ts'
import { countItems, figuresInWords } from './release-words.ts'

/** What of the item a reader would notice, in a few words. */
function summaryOf(item: PreviewItem): readonly string[] {
  const { figures, measure, assessment, definitionChanged, change, findings } = item
  const [only] = figures
  const counts = countItems([{ ...item, chosen: true }])
  const written = only && measure && figures.length === 1 ? writtenChange(only, measure, locale) : null
  const said =
    written !== null && only !== undefined && measure !== null
      ? [`${periodInWords(measure.periodKind, only.period)}: ${written.before} → ${written.after}`]
      : figuresInWords(counts, locale)
  const isJudgedOtherwise =
    assessment !== null && !haveOneName(assessment.before?.verdict ?? null, assessment.after?.verdict ?? null)
  const isTouched =
    item.kind === 'indicator' &&
    change === 'changed' &&
    figures.length === 0 &&
    !definitionChanged &&
    assessment === null
  return [
    ...(isTouched ? [words.touched] : []),
    ...(item.kind !== 'indicator' || change !== 'changed' ? [words.changes[change]] : []),
    ...said,
    ...(isJudgedOtherwise ? [words.verdict] : []),
    ...(definitionChanged ? [words.description] : []),
    ...(findings.length > 0 ? [words.findings(findings.length)] : []),
  ]
}

/** What the item is, from what to what, with what is odd about it. */
function Details({ item }: { readonly item: PreviewItem }): JSX.Element {
  const { kind, figures, measure, assessment, fields, findings, indicator } = item
  const name = item.name[locale]
  return (
    <div className="release-details">
      {measure !== null && <ChangedFigures name={name} figures={figures} measure={measure} />}
      {assessment !== null && <ChangedAssessment before={assessment.before} after={assessment.after} />}
      {fields.length > 0 && kind === 'indicator' && <h4>{words.descriptionTitle}</h4>}
      {fields.length > 0 && <ChangedFields fields={fields} />}
      {findings.length > 0 && (
        <>
          <h4>{words.findingsTitle}</h4>
          <ul>
            {findings.map((finding) => (
              <li key={`${finding.kind} ${finding.series} ${finding.period}`} data-weight={finding.weight}>
                {measure === null ? finding.period : periodInWords(measure.periodKind, finding.period)}:{' '}
                {finding.text[locale]}
              </li>
            ))}
          </ul>
        </>
      )}
      {kind === 'indicator' && indicator !== null && (
        <p>
          <DeskLink to={deskPath(locale, 'figures', { slug: indicator })}>{words.seeFigures}</DeskLink>
        </p>
      )}
    </div>
  )
}

/** One thing the release would bring: its tick, what of it is otherwise, and, opened, from what to what. */
export function PreviewItemRow({
  item,
  isChosen,
  isChanged,
  followed,
  onTick,
}: {
  readonly item: PreviewItem
  readonly isChosen: boolean
  /** Whether it is otherwise than when the list was looked at. */
  readonly isChanged: boolean
  /** What it is computed from, by name; empty: from nothing else. */
  readonly followed: string
  /** `null`: nobody may tick here. */
  readonly onTick: ((isOn: boolean) => void) | null
}): JSX.Element {
  const [isOpen, setOpen] = useState(false)
  const { kind, choosable } = item
  const name = item.name[locale]
  const fixed =
    kind === 'indicator' ? words.with(followed) : item.indicator === null ? words.always : words.withIndicator
  return (
    <li className="release-item" data-changed={isChanged} data-chosen={isChosen}>
      {choosable && onTick !== null ? (
        <Tick isSelected={isChosen} onChange={onTick} aria-label={name}>
          {null}
        </Tick>
      ) : (
        <span className="release-fixed" aria-hidden="true">
          {isChosen ? '✓' : '–'}
        </span>
      )}
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="release-name">{name}</span>{' '}
          <span className="release-kind">{kind === 'indicator' ? null : textKindWords[kind]}</span>{' '}
          {isChanged && <strong className="release-changed">{words.changed}</strong>}
          <span className="second-line">
            {summaryOf(item).join(' · ')}
            {!choosable && ` (${fixed})`}
          </span>
        </summary>
        {isOpen && <Details item={item} />}
      </details>
    </li>
  )
}
