import { printedNumber } from '@pejling/domain/framework'
import type { FrameworkDocument, IndicatorSummary } from '@pejling/domain/release/documents'
import { movementWords } from '@pejling/domain/sentence/movement'
import { inPeriod } from '@pejling/domain/sentence/period-words'
import { formatValue } from '@pejling/domain/unit/format'
import { queryLimits, shortQuery } from '@pejling/domain/text/short-query'
import { useMemo } from 'react'
import type { ChangeEvent, JSX } from 'react'
import { parameterWords } from '@pejling/addresses/words'
import { Island } from '../../islands/island.tsx'
import { usePage } from '../../components/page-context.ts'
import { VerdictMark, VerdictName } from '../../components/verdict.tsx'
import { searchWords } from './messages.ts'
import { searchOver } from './search-index.ts'
import type { SearchHit } from './search-index.ts'

interface Released {
  readonly frameworks: readonly FrameworkDocument[]
  readonly indicators: readonly IndicatorSummary[]
}

/** The latest figure of an indicator that is found, with the change its verdict was judged by. */
function FoundFigure({ summary }: { readonly summary: IndicatorSummary }): JSX.Element | null {
  const { locale } = usePage()
  const { latest, movement, periodKind } = summary
  if (latest === null) return null
  const figure = `${formatValue(latest.value, summary, locale)} ${inPeriod(periodKind, latest.period, locale)}`
  const change = movement && movementWords(movement, summary, locale)
  const told = [figure, change?.whole, change?.step].filter((part) => typeof part === 'string').join(', ')
  return (
    <span className="note found-figure">
      {movement?.explanation ? `${told}. ${movement.explanation[locale]}` : told}
    </span>
  )
}

function Findings({ title, id, findings }: { title: string; id: string; findings: readonly SearchHit[] }) {
  const { locale, links } = usePage()
  if (findings.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="findings">
        {findings.map(({ kind, key, name, verdict, goals, summary }) => (
          <li key={key}>
            <VerdictMark verdict={verdict} size={20} />
            <a href={kind === 'goal' ? links.goal(key) : links.indicator(key)}>{name[locale]}</a>{' '}
            <span className="note">{goals.map(printedNumber).join(', ')}</span> <VerdictName verdict={verdict} />{' '}
            {summary && <FoundFigure summary={summary} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Every goal, for those who would rather look than search. */
function AllGoals({ frameworks }: Pick<Released, 'frameworks'>): JSX.Element {
  const { locale, links } = usePage()
  return (
    <section aria-labelledby="all-goals">
      <h2 id="all-goals">{searchWords[locale].allGoals}</h2>
      {frameworks
        .flatMap(({ focusAreas }) => focusAreas)
        .map((area) => (
          <section key={area.slug} className="finding-area" aria-label={area.title[locale]}>
            <h3>{`${area.position} ${area.title[locale]}`}</h3>
            <ul className="findings">
              {area.goals.map(({ number, text, verdict }) => (
                <li key={number}>
                  <VerdictMark verdict={verdict} size={20} />
                  <a href={links.goal(number)}>{text[locale]}</a> <span className="note">{printedNumber(number)}</span>{' '}
                  <VerdictName verdict={verdict} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </section>
  )
}

interface SearchProps extends Released {
  readonly query: string
  /** What a script does when the reader writes; `null`: the form is sent. */
  readonly onWrite: ((query: string) => void) | null
}

/** The field and what is found. */
export function Search({ query, frameworks, indicators, onWrite }: SearchProps): JSX.Element {
  const { locale, links } = usePage()
  const words = searchWords[locale]
  const search = useMemo(() => searchOver(frameworks, indicators), [frameworks, indicators])
  const asked = shortQuery(query)
  const findings = search(asked)
  const write = ({ target }: ChangeEvent<HTMLInputElement>): void => onWrite?.(target.value)
  return (
    <>
      <search>
        <form className="search" action={links.search}>
          <label htmlFor="query">{words.label}</label>
          <span className="search-field">
            <input
              id="query"
              type="search"
              name={parameterWords.query[locale]}
              defaultValue={query}
              maxLength={queryLimits.letters}
              autoComplete="off"
              onChange={write}
            />
            <button type="submit">{words.button}</button>
          </span>
        </form>
      </search>
      <output className="found" htmlFor="query">
        {asked !== '' && (findings.length > 0 ? words.found(findings.length, asked) : words.nothing(asked))}
      </output>
      <Findings title={words.goals} id="found-goals" findings={findings.filter(({ kind }) => kind === 'goal')} />
      <Findings
        title={words.indicators}
        id="found-indicators"
        findings={findings.filter(({ kind }) => kind === 'indicator')}
      />
      {asked !== '' && findings.length === 0 && <p>{words.tryThis}</p>}
      {findings.length === 0 && <AllGoals frameworks={frameworks} />}
    </>
  )
}

/** Search among all goals and indicators, and all goals to look through. */
export function SearchPage({
  query,
  frameworks,
  indicators,
  asFile,
}: Released & {
  readonly query: string
  /** Whether the page is written as a file: then only a script can search. */
  readonly asFile: boolean
}): JSX.Element {
  const { locale, links } = usePage()
  const words = searchWords[locale]
  return (
    <>
      <h1>{words.head.title}</h1>
      {asFile && (
        <noscript>
          <p className="view-problem">
            {words.withoutScript} <a href={links.page('data')}>{words.allFigures}</a>
          </p>
        </noscript>
      )}
      <Island name="search" subject={frameworks.map(({ framework }) => framework.slug).join(' ')} shown={query}>
        <Search query={query} frameworks={frameworks} indicators={indicators} onWrite={null} />
      </Island>
    </>
  )
}
