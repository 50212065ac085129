import type { DeskView, ListedIndicator } from '@pejling/domain/desk/views'
import { parsePeriod, periodLabel } from '@pejling/domain/period/period'
import { formatTarget } from '@pejling/domain/unit/format'
import type { JSX } from 'react'
import { useDesk } from './desk-page.ts'

type View = Extract<DeskView, { readonly page: 'definitions' }>

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
        <a href={href(`/ret/indikator/${slug}`)}>{name[locale]}</a>
        {retiredOn !== null && <span className="note">{` ${words.retired}`}</span>}
      </span>
      <span className="desk-ways">
        {direction === 'context' ? (
          <span className="note">{words.onlyContext}</span>
        ) : (
          <a href={href(`/ret/maaltal/${slug}`)} aria-label={`${aim ?? words.noTarget}: ${name[locale]}`}>
            {aim ?? words.noTarget}
          </a>
        )}
        <a href={href(`/tal/${slug}`)} aria-label={`${words.titles.figures}: ${name[locale]}`}>
          {words.titles.figures}
        </a>
      </span>
    </li>
  )
}

/** The policy with everything under it, and the way to where each thing is edited. */
export function Definitions({ view }: { readonly view: View }): JSX.Element {
  const { words, locale, href } = useDesk()
  const { framework, areas, mayWrite } = view
  return (
    <>
      <p className="lead">{mayWrite ? words.definitionsNote : words.mayNotEdit}</p>
      {framework && (
        <p>
          <a href={href(`/ret/politik/${framework.slug}`)}>{framework.title[locale]}</a>
        </p>
      )}
      {areas.map((area) => (
        <section key={area.slug} aria-labelledby={area.slug}>
          <h2 id={area.slug}>
            <a href={href(`/ret/fokusomraade/${area.slug}`)}>{area.title[locale]}</a>
          </h2>
          {area.goals.map(({ number, text, comments, indicators }) => (
            <section key={number} className="desk-goal" aria-labelledby={`goal-${number}`}>
              <h3 id={`goal-${number}`}>
                <span className="focus-area-number">{number}</span>{' '}
                <a href={href(`/ret/maal/${number}`)}>{text[locale]}</a>
              </h3>
              <p className="desk-ways">
                {mayWrite && (
                  <a
                    href={href(`/ret/ny-indikator/${number}`)}
                    aria-label={`${words.editTitles['ny-indikator']}: ${number}`}
                  >
                    {words.editTitles['ny-indikator']}
                  </a>
                )}
                {comments.map(({ year, isSaid }) => (
                  <a
                    key={year}
                    href={href(`/ret/kommentar/${number}-${year}`)}
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
          ))}
          {mayWrite && (
            <p>
              <a
                href={href(`/ret/nyt-maal/${area.slug}`)}
                aria-label={`${words.editTitles['nyt-maal']}: ${area.title[locale]}`}
              >
                {words.editTitles['nyt-maal']}
              </a>
            </p>
          )}
        </section>
      ))}
    </>
  )
}
