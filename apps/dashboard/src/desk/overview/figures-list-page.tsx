import { useQuery } from '@tanstack/react-query'
import type { JSX } from 'react'
import { deskParameters } from '@pejling/addresses/words'
import { Verdict } from '@pejling/domain/progress/assessment'
import { verdictWords } from '@pejling/domain/sentence/verdict-words'
import type { Overview, OverviewIndicator } from '@pejling/domain/workspace/overview'
import { z } from 'zod'
import { dayInWords, locale, textOf } from '../client/locale.ts'
import { overviewQuery } from '../client/overview.ts'
import { useSearchState } from '../client/search.ts'
import { TableScroll } from '../../components/table-scroll.tsx'
import { Assessment } from '../widgets/assessment.tsx'
import { Button } from '../widgets/button.tsx'
import { Choice } from '../widgets/choice.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { TextField } from '../widgets/field.tsx'
import { Empty, Loaded } from '../widgets/state.tsx'
import { figuresAt } from './indicator-links.ts'
import { words } from './overview-words.ts'
import './overview.css'

const names = deskParameters
const text = z.string().catch('')
const Search = z.object({
  [names.search]: text,
  [names.goal]: text,
  [names.state]: text,
  [names.status]: text,
  [names.owner]: text,
  [names.provider]: text,
  [names.sort]: text,
})
type Given = z.output<typeof Search>

/** A filter that lets everything through. */
const any = 'alle'

const holds = (value: string, sought: string): boolean =>
  value.toLocaleLowerCase('da').includes(sought.toLocaleLowerCase('da'))

const officeOf = ({ owner }: OverviewIndicator): string => (owner === null ? words.noOwner : textOf(owner))
const statusOf = ({ verdict }: OverviewIndicator): Verdict => verdict.withDrafts ?? verdict.published ?? 'no-data'

function isMeant(one: OverviewIndicator, given: Given): boolean {
  const [sought, goal, state, status, owner, provider] = [
    given[names.search],
    given[names.goal],
    given[names.state],
    given[names.status],
    given[names.owner],
    given[names.provider],
  ] as const
  return (
    [one.name.da, one.name.en, one.slug, ...one.goals].some((value) => holds(value, sought)) &&
    (goal === '' || one.goals.includes(goal)) &&
    (state === '' || one.expected?.state === state) &&
    (status === '' || statusOf(one) === status) &&
    (owner === '' || officeOf(one) === owner) &&
    (provider === '' || one.keeper === provider || one.deputy === provider)
  )
}

const columns = {
  name: (a: OverviewIndicator, b: OverviewIndicator) => textOf(a.name).localeCompare(textOf(b.name), 'da'),
  latest: (a: OverviewIndicator, b: OverviewIndicator) =>
    (b.latest?.period ?? '').localeCompare(a.latest?.period ?? '', 'en'),
  next: (a: OverviewIndicator, b: OverviewIndicator) =>
    (a.expected?.expectedOn ?? '~').localeCompare(b.expected?.expectedOn ?? '~', 'en'),
  drafts: (a: OverviewIndicator, b: OverviewIndicator) => b.drafts - a.drafts,
  findings: (a: OverviewIndicator, b: OverviewIndicator) =>
    b.findings.error - a.findings.error || b.findings.doubt - a.findings.doubt || b.findings.note - a.findings.note,
} as const
type Column = keyof typeof columns
const isColumn = (name: string): name is Column => name in columns

function Table({ overview }: { readonly overview: Overview }): JSX.Element {
  const [given, change] = useSearchState(Search)
  const sort = given[names.sort]
  const meant = overview.indicators.filter((one) => isMeant(one, given))
  const rows = isColumn(sort) ? meant.toSorted(columns[sort]) : meant
  const choose = (name: string) => (value: string) => change({ [name]: value === any ? '' : value })
  const chosen = (name: keyof Given): string => given[name] || any
  const head = (column: Column, label: string): JSX.Element => (
    <th scope="col" aria-sort={sort === column ? 'ascending' : undefined}>
      <button
        type="button"
        onClick={() => change({ [names.sort]: sort === column ? '' : column })}
        title={words.figures.sortBy(label)}
      >
        {label} {sort === column && <span aria-hidden="true">↓</span>}
      </button>
    </th>
  )
  const offices = [...new Set(overview.indicators.map(officeOf))].toSorted((a, b) => a.localeCompare(b, 'da'))
  const statuses = Verdict.options.filter((verdict) => overview.indicators.some((one) => statusOf(one) === verdict))
  return (
    <>
      <div className="filters">
        <TextField
          label={words.figures.search}
          type="search"
          value={given[names.search]}
          onChange={(value) => change({ [names.search]: value })}
        />
        <Choice
          label={words.figures.goal}
          value={chosen(names.goal)}
          onChange={choose(names.goal)}
          options={[
            { value: any, label: words.figures.allGoals },
            ...overview.goals.map((goal) => ({ value: goal.number, label: `${goal.number} ${textOf(goal.text)}` })),
          ]}
        />
        <Choice
          label={words.figures.state}
          value={chosen(names.state)}
          onChange={choose(names.state)}
          options={[
            { value: any, label: words.figures.anyState },
            { value: 'late', label: words.figures.late },
            { value: 'missing', label: words.figures.missing },
            { value: 'soon', label: words.figures.soon },
            { value: 'later', label: words.figures.later },
          ]}
        />
        <Choice
          label={words.figures.status}
          value={chosen(names.status)}
          onChange={choose(names.status)}
          options={[
            { value: any, label: words.figures.anyStatus },
            ...statuses.map((value) => ({ value, label: verdictWords[value][locale] })),
          ]}
        />
        <Choice
          label={words.figures.owner}
          value={chosen(names.owner)}
          onChange={choose(names.owner)}
          options={[{ value: any, label: words.allOwners }, ...offices.map((value) => ({ value, label: value }))]}
        />
      </div>
      <p className="field-help" aria-live="polite">
        {words.figures.count(rows.length, overview.indicators.length)}
      </p>
      {rows.length === 0 ? (
        <Empty>
          <p>{words.figures.none}</p>
          <Button
            onPress={() =>
              change({
                [names.search]: '',
                [names.goal]: '',
                [names.state]: '',
                [names.status]: '',
                [names.owner]: '',
                [names.provider]: '',
              })
            }
          >
            {words.figures.reset}
          </Button>
        </Empty>
      ) : (
        <TableScroll label={words.figures.title}>
          <table className="list">
            <thead>
              <tr>
                {head('name', words.indicator)}
                <th scope="col">{words.figures.status}</th>
                {head('latest', words.figures.latest)}
                {head('next', words.figures.next)}
                <th scope="col">{words.provider}</th>
                {head('drafts', words.figures.drafts)}
                {head('findings', words.figures.findings)}
              </tr>
            </thead>
            <tbody>
              {rows.map((one) => (
                <tr key={one.slug}>
                  <th scope="row">
                    <DeskLink to={figuresAt(one.slug)}>{textOf(one.name)}</DeskLink>
                    <span className="second-line">
                      {[one.goals.join(', '), one.owner === null ? '' : textOf(one.owner)].filter(Boolean).join(' · ')}
                    </span>
                  </th>
                  <td>
                    <Assessment verdict={statusOf(one)} />
                  </td>
                  <td>{one.latest?.period ?? '–'}</td>
                  <td>
                    {one.expected === null ? (
                      '–'
                    ) : (
                      <>
                        <span data-tone={one.expected.state === 'late' ? 'bad' : undefined}>
                          {one.expected.period ?? words.unknownPeriod}
                        </span>
                        <span className="second-line">
                          {one.expected.basis === 'never' ? words.never : dayInWords(one.expected.expectedOn)}
                        </span>
                      </>
                    )}
                  </td>
                  <td>{one.connected ? <span className="field-help">{words.source}</span> : (one.keeper ?? '–')}</td>
                  <td className="number">{one.drafts || ''}</td>
                  <td className="number">{one.findings.error + one.findings.doubt + one.findings.note || ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </>
  )
}

/** All indicators as a table: searched, filtered and sorted, each view with an address of its own. */
export function Page(): JSX.Element {
  const query = useQuery(overviewQuery)
  return (
    <Framed title={words.figures.title} lead={words.figures.lead}>
      <Loaded query={query}>{({ value }) => <Table overview={value} />}</Loaded>
    </Framed>
  )
}
