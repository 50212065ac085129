import { compareAreas } from '@pejling/domain/compile/compare-areas'
import { comparisonWords, peopleSentences } from '@pejling/domain/sentence/comparison-sentence'
import { isTotal, seriesKey } from '@pejling/domain/series'
import { formatNumber, roundedAsShown } from '@pejling/domain/unit/format'
import { expect, test } from 'vitest'
import { demonstrate } from '../demonstration/demonstrate.ts'
import { deliveredFiles, wellRead } from '../data-folder/delivered.fixture.ts'
import type { Delivery } from '../data-folder/delivery.ts'

/* What is said of the delivered and the invented figures, held against the figures by another way. */

const numbersIn = (text: string, thousands: string, point: string): number[] =>
  [...text.matchAll(/\d+(?:[.,]\d+)*/g)].map(([found]) => Number(found.replaceAll(thousands, '').replace(point, '.')))

const delivered = wellRead(deliveredFiles)

/** Every indicator whose figures are given, with its totals by area and what is said of them. */
function comparedIn({ indicators, observations, areas, targets }: Delivery) {
  const municipalities = areas.filter(({ kind }) => kind === 'municipality').length
  return indicators.flatMap((indicator) => {
    const totals = observations.filter((one) => one.indicator === indicator.slug && isTotal(one.series))
    const byArea = Map.groupBy(totals, ({ series }) => series.area)
    const series = [...byArea].map(([area, rows]) => ({
      key: seriesKey({ area, categories: {} }),
      area,
      categories: {},
      observations: rows.map(({ observation }) => observation).toSorted((a, b) => (a.period < b.period ? -1 : 1)),
    }))
    const target = targets.find((one) => one.indicator === indicator.slug && one.target.series === indicator.area)
    const given = { indicator, areas, series, municipalities, target: target?.target ?? null }
    const comparison = compareAreas({ ...given, assessment: { movement: null } })
    const valueOf = (area: string, period: string) =>
      series.find((one) => one.area === area)?.observations.find((one) => one.period === period) ?? null
    return comparison ? [{ indicator, comparison, areas, valueOf }] : []
  })
}

test.each([
  ['delivered', delivered],
  ['invented', demonstrate(delivered, { seed: 2026, today: '2026-11-30' })],
] as const)('the %s figures are told as they are, the same in both languages', (_name, delivery) => {
  const told = comparedIn(delivery)
  expect(told.length).toBeGreaterThan(4)
  for (const { indicator, comparison, areas, valueOf } of told) {
    const { decimals, area: own, direction } = indicator
    const said = [comparisonWords(comparison), peopleSentences(comparison)].flatMap((text) => text ?? [])
    for (const { da, en } of said) expect(numbersIn(en, ',', '.')).toEqual(numbersIn(da, '.', ','))
    for (const { area, period, difference, value } of comparison.benchmarks) {
      expect(valueOf(area, period)?.value).toBe(value)
      expect(difference).toBeCloseTo((valueOf(own, period)?.value ?? Number.NaN) - value, 9)
    }
    const places = (comparison.rank === null ? [] : [comparison.rank]).map(({ period, place, lastPlace, of }) => {
      const figures = areas
        .filter(({ kind }) => kind === 'municipality')
        .flatMap(({ code }) => valueOf(code, period)?.value ?? [])
        .map((value) => roundedAsShown(value, decimals) * (direction === 'decrease' ? 1 : -1))
        .toSorted((a, b) => a - b)
      const shown = roundedAsShown(valueOf(own, period)?.value ?? 0, decimals) * (direction === 'decrease' ? 1 : -1)
      return [place - figures.indexOf(shown), lastPlace - figures.lastIndexOf(shown), of - figures.length]
    })
    expect(places.flat().filter((one) => one !== 1 && one !== 0)).toEqual([])
    const people = [comparison.toTarget, comparison.sinceLast].flatMap((one) => one ?? [])
    expect(people.filter(({ count, sentence }) => !sentence.da.includes(formatNumber(count, 0, 'da')))).toEqual([])
  }
})
