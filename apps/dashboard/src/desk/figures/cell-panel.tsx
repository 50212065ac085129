import { writeCell } from '@pejling/domain/intake/cell'
import { ObservationStatus, statusesWithoutValue } from '@pejling/domain/observation/observation'
import { statusWords } from '@pejling/domain/sentence/verdict-words'
import type { Provenance } from '@pejling/domain/source/source'
import { useState, type JSX } from 'react'
import { locale, textOf } from '../client/locale.ts'
import { Choice } from '../widgets/choice.tsx'
import { TextField } from '../widgets/field.tsx'
import type { SheetCell } from './cells.ts'
import { typedOf, type About } from './drafts.ts'
import { words } from './words.ts'

/** A field that writes when it is left, so that each of its changes is one step to undo. */
function Leaving({
  label,
  value,
  onLeave,
  lang,
  inputMode,
  isDisabled,
}: {
  readonly label: string
  readonly value: string
  readonly onLeave: (value: string) => void
  readonly lang?: string
  readonly inputMode?: 'decimal' | 'numeric'
  readonly isDisabled: boolean
}): JSX.Element {
  const [text, setText] = useState(value)
  return (
    <TextField
      label={label}
      value={text}
      onChange={setText}
      isDisabled={isDisabled}
      onBlur={() => {
        if (text.trim() !== value) onLeave(text.trim())
      }}
      {...(lang === undefined ? {} : { lang })}
      {...(inputMode === undefined ? {} : { inputMode })}
    />
  )
}

const numberIn = (text: string): number | null => {
  const number = Number(text.replace(',', '.'))
  return text === '' || !Number.isFinite(number) || number < 0 ? null : number
}

const options = ObservationStatus.options.map((value) => ({
  value,
  label: value === 'A' ? statusWords.A.words[locale] : `${value}  ${statusWords[value].words[locale]}`,
  about: words.statusAbout[value],
}))

/** All that is known of the selected cell: what stood there, its status in words, footnote, uncertainty and where it is from. */
export function CellPanel({
  name,
  cell,
  problem,
  provenances,
  mayWrite,
  onWrite,
}: {
  readonly name: string
  readonly cell: SheetCell
  readonly problem: string | null
  readonly provenances: readonly Provenance[]
  readonly mayWrite: boolean
  readonly onWrite: (change: { readonly text?: string; readonly about?: About }) => void
}): JSX.Element {
  const { draft, outcome, now, isChanged } = cell
  const { about } = draft
  const figure = 'figure' in outcome ? outcome.figure : null
  const isDisabled = !mayWrite || figure === null
  const hasFigure = figure !== null && figure.value !== null
  const write = (change: Partial<About>): void => onWrite({ about: { ...about, ...change } })
  const writeNote = (part: 'da' | 'en', text: string): void => {
    const note = { da: about.footnote?.da ?? '', en: about.footnote?.en ?? '', [part]: text }
    write({ footnote: note.da === '' && note.en === '' ? null : { da: note.da, en: note.en } })
  }
  return (
    <section className="cell-panel" aria-label={words.cellTitle}>
      <h2>{name}</h2>
      {problem !== null && <p className="field-error">{problem}</p>}
      {isChanged && now !== null && (
        <p className="field-help">
          {words.saved}: {typedOf(now, locale)}
        </p>
      )}
      <Choice
        label={words.status}
        options={options.filter(({ value }) => hasFigure || statusesWithoutValue.has(value))}
        value={figure?.status ?? null}
        isDisabled={!mayWrite}
        onChange={(status) =>
          onWrite({
            text:
              figure === null || statusesWithoutValue.has(status) ? status : writeCell({ ...figure, status }, locale),
          })
        }
      />
      <details open={about.footnote !== null || about.margin !== null}>
        <summary>{words.details}</summary>
        <Leaving
          label={words.footnoteDa}
          lang="da"
          value={about.footnote?.da ?? ''}
          isDisabled={isDisabled}
          onLeave={(text) => writeNote('da', text)}
        />
        <Leaving
          label={words.footnoteEn}
          lang="en"
          value={about.footnote?.en ?? ''}
          isDisabled={isDisabled}
          onLeave={(text) => writeNote('en', text)}
        />
        <div className="text-pair">
          <Leaving
            label={words.sampleSize}
            value={about.sampleSize === null ? '' : String(about.sampleSize)}
            inputMode="numeric"
            isDisabled={isDisabled}
            onLeave={(text) => write({ sampleSize: Math.round(numberIn(text) ?? 0) || null })}
          />
          <Leaving
            label={words.margin}
            value={about.margin === null ? '' : String(about.margin).replace('.', locale === 'da' ? ',' : '.')}
            inputMode="decimal"
            isDisabled={isDisabled}
            onLeave={(text) => write({ margin: numberIn(text) })}
          />
        </div>
        <Choice
          label={words.provenance}
          options={[
            { value: '', label: words.noProvenance },
            ...provenances.map(({ slug, text }) => ({ value: slug, label: textOf(text) })),
          ]}
          value={about.provenance ?? ''}
          isDisabled={isDisabled}
          onChange={(slug) => write({ provenance: slug === '' ? null : slug })}
        />
      </details>
    </section>
  )
}
