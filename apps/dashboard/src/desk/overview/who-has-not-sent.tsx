import type { JSX } from 'react'
import { deskPath, deskQuery } from '@pejling/addresses/desk'
import type { Overview } from '@pejling/domain/workspace/overview'
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { locale } from '../client/locale.ts'
import { DeskLink } from '../widgets/desk-link.tsx'
import { words } from './overview-words.ts'

/** How many data providers the chart shows. */
const shown = 8
const rowHeight = 30

/** Who has figures that are late or have never come: as bars, and as a table whose names are links. */
export function WhoHasNotSent({ overview: { keepers } }: { readonly overview: Overview }): JSX.Element | null {
  const rows = keepers
    .map(({ keeper, late, missing }) => ({
      name: keeper ?? words.unassigned,
      keeper,
      late,
      missing,
      all: late + missing,
    }))
    .filter(({ all }) => all > 0)
    .toSorted((a, b) => b.all - a.all)
    .slice(0, shown)
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="who">
      <h2 id="who">{words.who}</h2>
      <p className="field-help">{words.whoNote}</p>
      {/* The table below says the same to those who listen. */}
      <div aria-hidden="true" className="bars">
        <ResponsiveContainer width="100%" height={rows.length * rowHeight + 8}>
          <BarChart
            data={rows}
            layout="vertical"
            margin={{ left: 0, right: 28, top: 0, bottom: 0 }}
            accessibilityLayer={false}
          >
            <XAxis type="number" hide domain={[0, 'dataMax']} />
            <YAxis
              type="category"
              dataKey="name"
              width={150}
              tickLine={false}
              axisLine={false}
              tick={{ fill: 'var(--ink)', fontSize: 13 }}
            />
            <Bar dataKey="late" stackId="all" fill="var(--bad)" isAnimationActive={false} />
            <Bar dataKey="missing" stackId="all" fill="var(--benchmark)" isAnimationActive={false}>
              <LabelList dataKey="all" position="right" fill="var(--ink)" fontSize={13} />
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      </div>
      <details>
        <summary>{words.chartTable}</summary>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{words.provider}</th>
              <th scope="col">{words.late}</th>
              <th scope="col">{words.missingShort}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, keeper, late, missing }) => (
              <tr key={name}>
                <th scope="row">
                  <DeskLink to={deskPath(locale, 'allFigures') + deskQuery([['provider', keeper ?? '']])}>
                    {name}
                  </DeskLink>
                </th>
                <td className="number">{late}</td>
                <td className="number">{missing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
