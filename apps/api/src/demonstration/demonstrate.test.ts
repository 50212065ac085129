import { Verdict } from '@pejling/domain/progress/assessment'
import { judge } from '@pejling/domain/progress/judge'
import { seriesKey } from '@pejling/domain/series'
import { expect, test } from 'vitest'
import { writeDelivery } from '../data-folder/data-folder.ts'
import { deliveredFiles, wellRead } from '../data-folder/delivered.fixture.ts'
import type { Delivery } from '../data-folder/delivery.ts'
import { demonstrate } from './demonstrate.ts'

const delivered = wellRead(deliveredFiles)
const today = '2026-11-30'
const shown = demonstrate(delivered, { seed: 2026, today })

/** The verdicts on all headline series that are not computed from others, as of a day; after a colon the reason for having none. */
function verdictsOf({ indicators, observations, targets }: Delivery, on: string): ReadonlySet<string> {
  const judged = indicators.map((indicator) => {
    const own = observations.filter(
      (row) => row.indicator === indicator.slug && seriesKey(row.series) === indicator.area,
    )
    const target = targets.find((entry) => entry.indicator === indicator.slug)?.target ?? null
    const series = own.map(({ observation }) => observation)
    return judge({ indicator, series: indicator.area, observations: series, target, override: null, on })
  })
  return new Set(judged.flatMap(({ verdict, reason }) => (reason === null ? [verdict] : [verdict, reason])))
}

const written = (seed: number, day: string): string[][] => [
  ...writeDelivery(demonstrate(delivered, { seed, today: day })),
]

test('the same seed and day always give the same demonstration, and another seed or day another', () => {
  expect(written(2026, today)).toEqual([...writeDelivery(shown)])
  expect(written(7, today)).not.toEqual([...writeDelivery(shown)])
  expect(written(2026, '2028-05-02')).not.toEqual([...writeDelivery(shown)])
})

test('it is a delivery like any other: written and read back it is the same', () => {
  const files = writeDelivery(shown)
  expect([...writeDelivery(wellRead(files))]).toEqual([...files])
})

test('every indicator that is not computed from others has a headline series', () => {
  const filled = new Set(
    shown.observations.filter(({ series }) => seriesKey(series) === '217').map((row) => row.indicator),
  )
  expect([...filled].sort()).toEqual(
    delivered.indicators.filter(({ derived }) => derived === null).map(({ slug }) => slug),
  )
})

test.each([
  [2026, today],
  [1, '2027-01-02'],
  [2, '2028-05-02'],
  [3, '2031-08-15'],
])('every verdict occurs with seed %d on %s, and what is too short or too few people to be judged', (seed, day) => {
  const occurring = verdictsOf(demonstrate(delivered, { seed, today: day }), day)
  expect([...Verdict.options, 'few-points', 'suppressed'].filter((verdict) => !occurring.has(verdict))).toEqual([])
})

test('nothing in it comes from anywhere real, and no definition speaks of the real figures', () => {
  expect(shown.provenances.map(({ slug }) => slug)).toEqual(['demonstration'])
  expect(shown.sources.map(({ title }) => title.da)).toEqual(['Opfundne tal'])
  expect(shown.connections).toEqual([])
  expect(new Set(shown.observations.map(({ observation }) => observation.provenance))).toEqual(
    new Set(['demonstration']),
  )
  for (const { sources, caveats, breaks, nextExpectedNote, tasks } of shown.indicators) {
    expect(tasks).toBeUndefined()
    expect(sources).toEqual(['demonstration'])
    expect(breaks).toEqual([])
    expect(caveats.map(({ da }) => da).join(' ')).not.toMatch(/ikke fundet|tredjepart|indlæs|efterprøv|endnu/)
    expect(nextExpectedNote?.da ?? '').not.toMatch(/endnu|Producenten/)
  }
})

test('no target passes for one that a real committee decided', () => {
  expect(shown.targets.length).toBeGreaterThan(15)
  for (const { target } of shown.targets) {
    expect(target.decidedBy).toEqual({ da: 'Demonstrationsudvalget', en: 'the Demonstration Committee' })
    expect(target.note?.da).toContain('opfundet')
  }
})

test('what a reader may meet is there: provisional, missing, withheld and uncollected figures and breaks, each with a note', () => {
  const marked = shown.observations.filter(({ observation }) => observation.status !== 'A')
  expect(new Set(marked.map(({ observation }) => observation.status))).toEqual(new Set(['P', 'B', 'O', 'L', 'M', 'Q']))
  expect(marked.filter(({ observation }) => observation.footnote === null)).toEqual([])
})

test('figures are compared with the whole country where the producer has one, and divided into groups', () => {
  const areas = (slug: string): Set<string> =>
    new Set(shown.observations.filter(({ indicator }) => indicator === slug).map(({ series }) => series.area))
  expect(areas('valgdeltagelse-kv')).toContain('000')
  expect(areas('elevraad-aktive')).toEqual(new Set(['217']))
  const grouped = new Set(
    shown.observations.filter(({ series }) => Object.keys(series.categories).length > 0).map((row) => row.indicator),
  )
  expect(grouped.size).toBeGreaterThan(35)
})

test('turnout is compared with every municipality, its region and its group', () => {
  const areas = new Set(
    shown.observations.filter(({ indicator }) => indicator === 'valgdeltagelse-kv').map(({ series }) => series.area),
  )
  const wanted = delivered.areas.filter(({ kind }) => kind === 'municipality').map(({ code }) => code)
  expect(wanted).toHaveLength(98)
  expect(wanted.filter((code) => !areas.has(code))).toEqual([])
  const own = delivered.areas.find(({ code }) => code === '217')
  expect(own?.parents.filter((code) => !areas.has(code))).toEqual([])
})
