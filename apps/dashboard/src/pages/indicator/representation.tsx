import { periodName, periodOf } from '@pejling/domain/period/period'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { representationSentence } from '@pejling/domain/sentence/groups-sentence'
import { formatNumber } from '@pejling/domain/unit/format'
import type { JSX } from 'react'
import { usePage } from '../../components/page-context.ts'
import { TableScroll } from '../../components/table-scroll.tsx'
import { DotPlot } from './group-figures.tsx'
import { viewMessages } from './messages.ts'

/** The groups of a body beside those of the population: in a sentence, drawn, and as a table. */
export function RepresentationOf({ document }: { readonly document: IndicatorDocument }): JSX.Element | null {
  const { locale } = usePage()
  const words = viewMessages[locale]
  const { representation, dimensions, indicator, lineage } = document
  const dimension = dimensions.find(({ slug }) => slug === representation?.dimension)
  if (!representation || !dimension) return null
  const groups = representation.groups.map((group) => ({
    ...group,
    name: dimension.categories.find(({ slug }) => slug === group.category)?.name ?? {
      da: group.category,
      en: group.category,
    },
  }))
  const percent = (value: number | null): string =>
    value === null ? words.tooFew : `${formatNumber(value, 1, locale)}${locale === 'da' ? '\u00A0' : ''}%`
  const period = periodName(periodOf(indicator.cadence.periodKind, representation.period), locale)
  const sentence = representationSentence(groups)?.[locale] ?? ''
  const title = words.representationOf(lineage?.inputs[0]?.name[locale] ?? indicator.name[locale], period)
  return (
    <section aria-labelledby="representation" className="representation">
      <h2 id="representation">{words.representation}</h2>
      <p>{sentence}</p>
      <figure>
        <DotPlot
          input={{
            title,
            sentence,
            rows: groups.map(({ category, name, body, population }) => ({
              key: category,
              name: name[locale],
              value: body,
              words: words.shares(percent(body), percent(population)),
              reference: population,
            })),
            limits: { lower: 0, upper: 100 },
            decimals: 0,
            sign: '%',
            locale,
            legend: { dot: words.seats, bar: words.population },
          }}
        />
      </figure>
      <TableScroll label={title}>
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{dimension.name[locale]}</th>
              <th scope="col">{words.seats}</th>
              <th scope="col">{words.population}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ category, name, body, population }) => (
              <tr key={category}>
                <th scope="row">{name[locale]}</th>
                <td>{percent(body)}</td>
                <td>{percent(population)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}
