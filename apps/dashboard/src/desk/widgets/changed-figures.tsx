import { periodName, periodOf, type PeriodKind } from '@pejling/domain/period/period'
import type { IndicatorChange } from '@pejling/domain/release/release'
import type { Measure } from '@pejling/domain/unit/format'
import { useState, type JSX } from 'react'
import { writtenChange } from '../../pages/releases/written-figure.ts'
import { locale, numberInWords, wordsOf } from '../client/locale.ts'
import { Button } from './button.tsx'
import './changes.css'

const words = wordsOf({
  da: {
    figures: (name: string) => `Ændrede tal i ${name}`,
    period: 'Periode',
    group: 'Gælder',
    before: 'Før',
    after: 'Nu',
    all: (count: string) => `Vis alle ${count} tal`,
  },
  en: {
    figures: (name: string) => `Changed figures of ${name}`,
    period: 'Period',
    group: 'For',
    before: 'Before',
    after: 'Now',
    all: (count: string) => `Show all ${count} figures`,
  },
})

/** So many figures are shown before more are asked for. */
const shownFirst = 12

/** A period as people read it; one that is no period of its kind as it is written. */
export function periodInWords(kind: PeriodKind, code: string): string {
  try {
    return periodName(periodOf(kind, code), locale)
  } catch {
    return code
  }
}

/** Figures that are otherwise: what each was and is. */
export function ChangedFigures({
  name,
  figures,
  measure,
}: {
  /** What the indicator is called. */
  readonly name: string
  readonly figures: IndicatorChange['observations']
  readonly measure: Measure & { readonly periodKind: PeriodKind }
}): JSX.Element | null {
  const [isWhole, setWhole] = useState(false)
  if (figures.length === 0) return null
  const shown = isWhole ? figures : figures.slice(0, shownFirst)
  return (
    <>
      <div className="table-scroll">
        <table className="list changed-figures" aria-label={words.figures(name)}>
          <thead>
            <tr>
              <th scope="col">{words.period}</th>
              <th scope="col">{words.group}</th>
              <th scope="col" className="number">
                {words.before}
              </th>
              <th scope="col" className="number">
                {words.after}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((figure) => {
              const { before, after } = writtenChange(figure, measure, locale)
              return (
                <tr key={`${figure.series} ${figure.period}`}>
                  <th scope="row">{periodInWords(measure.periodKind, figure.period)}</th>
                  <td>{figure.seriesName[locale]}</td>
                  <td className="number">{figure.before === null ? '–' : <del>{before}</del>}</td>
                  <td className="number">{figure.after === null ? '–' : <ins>{after}</ins>}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {shown.length < figures.length && (
        <Button weight="quiet" onPress={() => setWhole(true)}>
          {words.all(numberInWords(figures.length))}
        </Button>
      )}
    </>
  )
}
