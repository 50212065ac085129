import type { DeskView, ListedIndicator, ListedPolicy } from '@pejling/domain/desk/views'
import { parsePeriod, periodLabel } from '@pejling/domain/period/period'
import { formatTarget } from '@pejling/domain/unit/format'
import type { JSX } from 'react'
import { useDesk } from './desk-page.ts'
import { FormProblem } from './forms.tsx'

type View = Extract<DeskView, { readonly page: 'definitions' }>
type ListedGoal = ListedPolicy['areas'][number]['goals'][number]

/** What is aimed at, in a few words. */
function useAim({ indicator, target }: ListedIndicator): string | null {
  const { words, locale } = useDesk()
  const end = target?.target ?? target?.band ?? target?.benchmark
  if (!target || !end) return null
  const period = parsePeriod(indicator.cadence.periodKind, end.period)
  const when = period ? periodLabel(period, locale) : end.period
  if (target.benchmark) return words.aims.follow(when)
  const measure = { unit: indicator.unit, decimals: indicator.decimals, noun: indicator.noun }
  const value = (number: number): string => formatTarget(number, measure, locale)
  if (target.band) return words.aims.value(when, `${value(target.band.low)} – ${value(target.band.high)}`)
  return target.target ? words.aims.value(when, value(target.target.value)) : null
}

function IndicatorRow({ listed }: { readonly listed: ListedIndicator }): JSX.Element {
  const { words, locale, href } = useDesk()
  const { slug, name, direction, retiredOn } = listed.indicator
  const aim = useAim(listed)
  return (
    <li>
      <span>
        <a href={href('edit', { kind: 'indikator', key: slug })}>{name[locale]}</a>
        {retiredOn !== null && <span className="note">{` ${words.retired}`}</span>}
      </span>
      <span className="desk-ways">
        {direction === 'context' ? (
          <span className="note">{words.onlyContext}</span>
        ) : (
          <a
            href={href('edit', { kind: 'maaltal', key: slug })}
            aria-label={`${aim ?? words.noTarget}: ${name[locale]}`}
          >
            {aim ?? words.noTarget}
          </a>
        )}
        <a href={href('figures', { slug })} aria-label={`${words.titles.figures}: ${name[locale]}`}>
          {words.titles.figures}
        </a>
      </span>
    </li>
  )
}

function GoalEntry({ goal, mayWrite }: { readonly goal: ListedGoal; readonly mayWrite: boolean }): JSX.Element {
  const { words, locale, href } = useDesk()
  const { number, text, comments, indicators } = goal
  return (
    <section className="desk-goal" aria-labelledby={`goal-${number}`}>
      <h4 id={`goal-${number}`}>
        <span className="focus-area-number">{number}</span>{' '}
        <a href={href('edit', { kind: 'maal', key: number })}>{text[locale]}</a>
      </h4>
      <p className="desk-ways">
        {mayWrite && (
          <a
            href={href('edit', { kind: 'ny-indikator', key: number })}
            aria-label={`${words.editTitles['ny-indikator']}: ${number}`}
          >
            {words.editTitles['ny-indikator']}
          </a>
        )}
        {comments.map(({ year, isSaid }) => (
          <a
            key={year}
            href={href('edit', { kind: 'kommentar', key: `${number}-${year}` })}
            aria-label={`${words.comment(year, isSaid)}: ${number}`}
          >
            {words.comment(year, isSaid)}
          </a>
        ))}
      </p>
      <ul className="desk-list">
        {indicators.map((listed) => (
          <IndicatorRow key={listed.indicator.slug} listed={listed} />
        ))}
      </ul>
    </section>
  )
}

function Policy({ policy, mayWrite }: { readonly policy: ListedPolicy; readonly mayWrite: boolean }): JSX.Element {
  const { words, locale, href } = useDesk()
  const { slug, title, areas } = policy
  return (
    <section className="desk-policy" aria-labelledby={slug}>
      <h2 id={slug}>
        <a href={href('edit', { kind: 'politik', key: slug })}>{title[locale]}</a>
      </h2>
      {areas.map((area) => (
        <section key={area.slug} aria-labelledby={area.slug}>
          <h3 id={area.slug}>
            <a href={href('edit', { kind: 'fokusomraade', key: area.slug })}>{area.title[locale]}</a>
          </h3>
          {area.goals.map((goal) => (
            <GoalEntry key={goal.number} goal={goal} mayWrite={mayWrite} />
          ))}
          {mayWrite && (
            <p>
              <a
                href={href('edit', { kind: 'nyt-maal', key: area.slug })}
                aria-label={`${words.editTitles['nyt-maal']}: ${area.title[locale]}`}
              >
                {words.editTitles['nyt-maal']}
              </a>
            </p>
          )}
        </section>
      ))}
      {mayWrite && (
        <p>
          <a
            href={href('edit', { kind: 'nyt-fokusomraade', key: slug })}
            aria-label={`${words.editTitles['nyt-fokusomraade']}: ${title[locale]}`}
          >
            {words.editTitles['nyt-fokusomraade']}
          </a>
        </p>
      )}
    </section>
  )
}

/** What the site is called and looks like; the logo is given as a file. */
function Site({ view: { logo, problem, mayWrite } }: { readonly view: View }): JSX.Element {
  const { words, locale, href } = useDesk()
  return (
    <section aria-labelledby="site">
      <h2 id="site">
        <a href={href('edit', { kind: 'sted', key: '-' })}>{words.editTitles.sted}</a>
      </h2>
      <p className="note">{words.editNotes.sted}</p>
      {problem !== null && <FormProblem>{problem[locale]}</FormProblem>}
      {logo !== null && (
        <p>
          <img
            className="desk-logo"
            src={`data:image/${logo.ending === 'svg' ? 'svg+xml' : 'png'};base64,${logo.base64}`}
            alt={words.logo.now}
          />
        </p>
      )}
      {mayWrite && (
        <form className="desk-logo-form" method="post" action={href('logo')} encType="multipart/form-data">
          <label htmlFor="logo">{words.logo.choose}</label>
          <input id="logo" name="logo" type="file" accept=".svg,.png,image/svg+xml,image/png" required />
          <button type="submit">{words.logo.take}</button>
        </form>
      )}
      {mayWrite && logo !== null && (
        <form method="post" action={href('logo')}>
          <button type="submit" name="step" value="remove">
            {words.logo.remove}
          </button>
        </form>
      )}
    </section>
  )
}

/** The policies with everything under them, how the site presents itself, and the way to where each thing is edited. */
export function Definitions({ view }: { readonly view: View }): JSX.Element {
  const { words, href } = useDesk()
  const { policies, mayWrite } = view
  return (
    <>
      <p className="lead">{mayWrite ? words.definitionsNote : words.mayNotEdit}</p>
      {policies.map((policy) => (
        <Policy key={policy.slug} policy={policy} mayWrite={mayWrite} />
      ))}
      {mayWrite && policies.length > 0 && (
        <p>
          <a href={href('edit', { kind: 'ny-politik', key: '-' })}>{words.editTitles['ny-politik']}</a>
        </p>
      )}
      <Site view={view} />
    </>
  )
}
