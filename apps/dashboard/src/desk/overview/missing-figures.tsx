import type { JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { deskParameters } from '@pejling/addresses/words'
import type { Overview, OverviewIndicator } from '@pejling/domain/workspace/overview'
import { z } from 'zod'
import { dayInWords, daysBetween, daysFromInWords, locale, textOf } from '../client/locale.ts'
import { useSearchState } from '../client/search.ts'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Empty } from '../widgets/state.tsx'
import { figuresAt } from './indicator-links.ts'
import { words } from './overview-words.ts'

/** How many are shown before the others are asked for. */
const shownFirst = 8
/** Days after which a day is said as a day, not as so many days from now. */
const near = 14

const { owner: ownerName, only } = deskParameters
const Search = z.object({ [ownerName]: z.string().catch(''), [only]: z.string().catch('') })

/** The values of the filter that are no office. */
const filters = { mine: 'mine', unassigned: 'ingen', all: 'alle' } as const

type Awaited = OverviewIndicator & { readonly expected: NonNullable<OverviewIndicator['expected']> }

const isAwaited = (one: OverviewIndicator): one is Awaited => one.expected !== null && one.expected.state !== 'later'

const officeOf = ({ owner }: Awaited): string => (owner === null ? words.noOwner : textOf(owner))

/** What is overdue stands first, then what is soon due, then what has never been. */
const rank = ({ expected: { state, basis } }: Awaited): number => (state === 'soon' ? 1 : basis === 'never' ? 2 : 0)

function Deadline({ one: { expected }, today }: { readonly one: Awaited; readonly today: string }): JSX.Element {
  const { state, expectedOn, basis } = expected
  if (basis === 'never') return <span className="field-help">{words.never}</span>
  const days = daysBetween(today, expectedOn)
  if (state === 'late' || state === 'missing') return <strong data-tone="bad">{words.overdue(-days)}</strong>
  return <span>{days <= near ? daysFromInWords(expectedOn, today) : dayInWords(expectedOn)}</span>
}

function Row({ one, today }: { readonly one: Awaited; readonly today: string }): JSX.Element {
  const { slug, name, goals, owner, keeper, connected, expected } = one
  const act = connected
    ? { href: deskPath(locale, 'connection', { slug }), label: words.fetch }
    : { href: figuresAt(slug, expected.period), label: words.write }
  return (
    <tr>
      <th scope="row">
        <DeskLink to={figuresAt(slug)}>{textOf(name)}</DeskLink>
        <span className="second-line">
          {[goals.join(', '), owner === null ? null : textOf(owner)].filter(Boolean).join(' · ')}
        </span>
      </th>
      <td>{expected.period ?? words.unknownPeriod}</td>
      <td>
        {connected ? (
          <span className="field-help">{words.source}</span>
        ) : keeper === null ? (
          <DeskLink to={deskPath(locale, 'assignments')} data-tone="bad">
            {words.nobody}
          </DeskLink>
        ) : (
          keeper
        )}
      </td>
      <td>
        <Deadline one={one} today={today} />
      </td>
      <td>
        <DeskLink className="button" to={act.href} aria-label={`${act.label}: ${textOf(name)}`}>
          {act.label}
        </DeskLink>
      </td>
    </tr>
  )
}

/** Figures that are late, have never come, or are expected soon: whose they are, and what can be done. */
export function MissingFigures({ overview }: { readonly overview: Overview }): JSX.Element {
  const [{ [ownerName]: chosen = '', [only]: shown = '' }, change] = useSearchState(Search)
  const awaited = overview.indicators.filter(isAwaited)
  const offices = [...Map.groupBy(awaited, officeOf)].toSorted(([, a], [, b]) => b.length - a.length).slice(0, 4)
  const isMeant = (one: Awaited): boolean =>
    chosen === '' ||
    (chosen === filters.mine
      ? one.own
      : chosen === filters.unassigned
        ? one.keeper === null && !one.connected
        : officeOf(one) === chosen)
  const meant = awaited.filter(isMeant)
  const sorted = meant.toSorted((a, b) => rank(a) - rank(b) || (a.expected.expectedOn < b.expected.expectedOn ? -1 : 1))
  const pills = [
    { value: '', label: words.all, count: awaited.length },
    { value: filters.mine, label: words.mine, count: awaited.filter((one) => one.own).length },
    ...offices.map(([office, own]) => ({ value: office, label: office, count: own.length })),
    {
      value: filters.unassigned,
      label: words.unassigned,
      count: awaited.filter((one) => one.keeper === null && !one.connected).length,
    },
  ].filter(({ value, count }) => value === '' || count > 0)
  return (
    <section aria-labelledby="missing">
      <div className="section-head">
        <h2 id="missing">{words.missing}</h2>
        <span className="field-help">{words.ofAll(meant.length, overview.indicators.length)}</span>
      </div>
      {awaited.length === 0 ? (
        <Empty>{words.nothingMissing}</Empty>
      ) : (
        <>
          <div className="pills">
            {pills.map(({ value, label, count }) => (
              <button
                key={value}
                type="button"
                className="pill"
                aria-pressed={chosen === value}
                onClick={() => change({ [ownerName]: value, [only]: '' })}
              >
                {label} {count}
              </button>
            ))}
          </div>
          <div className="table-scroll">
            <table className="list">
              <thead>
                <tr>
                  <th scope="col">{words.indicator}</th>
                  <th scope="col">{words.period}</th>
                  <th scope="col">{words.provider}</th>
                  <th scope="col">{words.deadline}</th>
                  <th scope="col">
                    <span className="visually-hidden">{words.action}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {(shown === filters.all ? sorted : sorted.slice(0, shownFirst)).map((one) => (
                  <Row key={one.slug} one={one} today={overview.today} />
                ))}
              </tbody>
            </table>
          </div>
          {shown !== filters.all && sorted.length > shownFirst && (
            <button
              type="button"
              className="button"
              data-weight="quiet"
              onClick={() => change({ [only]: filters.all })}
            >
              {words.showAll(sorted.length)}
            </button>
          )}
        </>
      )}
    </section>
  )
}
