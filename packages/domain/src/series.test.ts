import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Series, SeriesKey, isTotal, parseSeriesKey, seriesKey } from './series.ts'

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8}){0,2}$/)
const series = fc.record({
  area: fc.stringMatching(/^[0-9A-Za-z]{1,12}$/),
  categories: fc.dictionary(slug, slug, { maxKeys: 4, noNullPrototype: true }),
})

test('a series’ name can be read back', () => {
  fc.assert(
    fc.property(series, (drawn) => {
      const key = seriesKey(Series.parse(drawn))
      expect(SeriesKey.safeParse(key).success).toBe(true)
      expect(parseSeriesKey(key)).toEqual(drawn)
    }),
  )
})

test('the order in which dimensions are given does not change the name', () => {
  expect(seriesKey({ area: '217', categories: { koen: 'kvinder', alder: '18-29' } })).toBe(
    '217;alder=18-29;koen=kvinder',
  )
  fc.assert(
    fc.property(series, ({ area, categories }) => {
      const turned = Object.fromEntries(Object.entries(categories).toReversed())
      expect(seriesKey({ area, categories: turned })).toBe(seriesKey({ area, categories }))
    }),
  )
})

test('leading zeros of an area count', () => {
  expect(parseSeriesKey('000')).toEqual({ area: '000', categories: {} })
})

test('only a series without categories is a total', () => {
  expect(isTotal(parseSeriesKey('217'))).toBe(true)
  expect(isTotal(parseSeriesKey('217;alder=18-29'))).toBe(false)
})

test.each(['', '217;', '217;alder', '217;alder=', '217;Alder=18-29', '217 alder=18-29'])(
  '%o names no series',
  (key) => {
    expect(() => parseSeriesKey(key)).toThrow('Invalid string')
  },
)
