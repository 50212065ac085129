import type { JSX } from 'react'
import { deskParameters } from '@pejling/addresses/words'
import type { Overview } from '@pejling/domain/workspace/overview'
import { z } from 'zod'
import { textOf } from '../client/locale.ts'
import { useSearchState } from '../client/search.ts'
import { DeskLink } from '../widgets/desk-link.tsx'
import { figuresAt } from './indicator-links.ts'
import { words } from './overview-words.ts'

const { weight: weightName } = deskParameters
const Search = z.object({ [weightName]: z.string().catch('') })
const shownFirst = 5
const everything = 'alle'

/** What validation finds, the weightiest first; each leads to its cell. */
export function Findings({ overview: { findings, counts, indicators } }: { readonly overview: Overview }): JSX.Element {
  const [{ [weightName]: shown = '' }, change] = useSearchState(Search)
  // The same finding in many years is one thing to look at.
  const groups = [...Map.groupBy(findings, ({ indicator, kind, text }) => `${indicator} ${kind} ${text.da}`)]
  const names = new Map(indicators.map(({ slug, name }) => [slug, textOf(name)]))
  return (
    <section aria-labelledby="findings">
      <div className="section-head">
        <h2 id="findings">{words.findings}</h2>
        {counts.findings > 0 && (
          <span className="field-help">
            {counts.findings} · {words.worstFirst}
          </span>
        )}
      </div>
      {findings.length === 0 && <p className="field-help">{words.noFindings}</p>}
      <ul className="rows">
        {(shown === everything ? groups : groups.slice(0, shownFirst)).map(([key, [first, ...others]]) => {
          if (first === undefined) return null
          const { indicator, weight, period, text } = first
          return (
            <li key={key} className="finding" data-weight={weight}>
              <span className="finding-mark">
                <span aria-hidden="true">!</span>
                <span className="visually-hidden">{words.weights[weight]}</span>
              </span>
              <div>
                <DeskLink to={figuresAt(indicator, period)}>
                  {names.get(indicator) ?? indicator}, {period}
                  {others.length > 0 && ` ${words.andMore(others.length)}`}
                </DeskLink>
                <span className="second-line">{textOf(text)}</span>
              </div>
            </li>
          )
        })}
      </ul>
      {shown !== everything && groups.length > shownFirst && (
        <button
          type="button"
          className="button"
          data-weight="quiet"
          onClick={() => change({ [weightName]: everything })}
        >
          {words.showAll(groups.length)}
        </button>
      )}
    </section>
  )
}
