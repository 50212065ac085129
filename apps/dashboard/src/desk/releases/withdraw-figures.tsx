import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { WithdrawableFigure } from '@pejling/domain/workspace/releases'
import type { JSX } from 'react'
import { locale } from '../client/locale.ts'
import { useSearchState } from '../client/search.ts'
import { Button } from '../widgets/button.tsx'
import { periodInWords } from '../widgets/changed-figures.tsx'
import { Choice, type Option } from '../widgets/choice.tsx'
import { Empty } from '../widgets/state.tsx'
import { figureKey, figureName, saidInWords, WithdrawSearch } from './withdraw-state.ts'
import { withdrawWords as words } from './withdraw-words.ts'

const anything = 'alle'

/** Each value once, with its words, after one for all of them. */
const optionsOf = (values: readonly (readonly [value: string, label: string])[]): Option[] => [
  { value: anything, label: words.any },
  ...[...new Map(values)].map(([value, label]) => ({ value, label })),
]

/** The figures any release tells, and the choice of one of them. */
export function WithdrawFigures({
  indicator,
  figures,
}: {
  readonly indicator: Indicator
  readonly figures: readonly WithdrawableFigure[]
}): JSX.Element {
  const [{ udgivelse, periode, gruppe }, change] = useSearchState(WithdrawSearch)
  const { periodKind } = indicator.cadence
  const inWords = (period: string): string => periodInWords(periodKind, period)
  const filters = [
    [
      'udgivelse',
      words.filters.release,
      udgivelse,
      figures.map(({ release }) => [String(release), words.inRelease(release)] as const),
    ],
    ['periode', words.filters.period, periode, figures.map(({ period }) => [period, inWords(period)] as const)],
    [
      'gruppe',
      words.filters.group,
      gruppe,
      figures.map(({ series, seriesName }) => [series, seriesName[locale]] as const),
    ],
  ] as const
  const shown = figures.filter(
    ({ release, period, series }) =>
      (udgivelse === '' || String(release) === udgivelse) &&
      (periode === '' || period === periode) &&
      (gruppe === '' || series === gruppe),
  )
  return (
    <section aria-labelledby="choose-figure">
      <h2 id="choose-figure">{words.choose}</h2>
      <div className="release-filters">
        {filters.map(([name, label, value, values]) => (
          <Choice
            key={name}
            label={label}
            options={optionsOf(values)}
            value={value === '' ? anything : value}
            onChange={(next) => change({ [name]: next === anything ? undefined : next })}
          />
        ))}
      </div>
      {shown.length === 0 ? (
        <Empty>{words.noFigures}</Empty>
      ) : (
        <div className="table-scroll">
          <table className="list" aria-label={words.figures}>
            <thead>
              <tr>
                {Object.entries(words.figureColumns).map(([name, column]) => (
                  <th key={name} scope="col" className={name === 'said' ? 'number' : undefined}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((figure) => {
                const [newest = '–', ...earlier] = saidInWords(indicator, figure)
                return (
                  <tr key={figureKey(figure)}>
                    <th scope="row">{inWords(figure.period)}</th>
                    <td>{figure.seriesName[locale]}</td>
                    <td className="number">
                      {newest}
                      {earlier.length > 0 && (
                        <span className="second-line">{words.earlierSaid(earlier.join(', '))}</span>
                      )}
                    </td>
                    <td>{figure.current ? words.current(figure.release) : words.older(figure.release)}</td>
                    <td>
                      <Button
                        aria-label={words.pick(figureName(indicator, figure))}
                        onPress={() => change({ tal: figureKey(figure) }, true)}
                      >
                        {words.pickShort}
                      </Button>
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
