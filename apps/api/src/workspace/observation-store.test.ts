import * as fc from 'fast-check'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { seriesKey } from '@pejling/domain/series'
import { expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import { indicator, smallInstallation } from '../testing/installation.fixture.ts'
import { putIndicator } from './definitions.ts'
import { listSeries, listSeriesAt, putObservations, removeObservation } from './observation-store.ts'

const counted = indicator('modtagere')
const groups = [{}, { alder: '18-29' }, { alder: '30-plus' }]
const periods = ['2022', '2023', '2024']

/** A figure of a group and period; `null` takes it away. */
const anyFigure = fc.record({
  categories: fc.constantFrom(...groups),
  period: fc.constantFrom(...periods),
  value: fc.option(fc.integer({ min: 0, max: 3 })),
})

it('figures are found again as they stood at any of the change sets that wrote them', () => {
  const db = smallInstallation()
  fc.assert(
    fc.property(fc.array(fc.array(anyFigure, { minLength: 1, maxLength: 3 }), { maxLength: 6 }), (changes) => {
      const stood = changes.map((figures) =>
        write(db, system, { action: 'definition' }, (changeSet) => {
          putIndicator(changeSet, counted)
          for (const { categories, period, value } of figures) {
            const series = { area: '217', categories }
            if (value === null) removeObservation(changeSet, 'modtagere', seriesKey(series), period)
            else {
              const observation = exampleObservation(period, value)
              putObservations(changeSet, 'modtagere', [{ series, observation }])
            }
          }
          return { number: changeSet.number, series: listSeries(changeSet.db, counted) }
        }),
      )
      // Where nothing changed, no change set is written, and the next one has the number.
      const last = new Map(stood.map(({ number, series }) => [number, series]))
      const found = listSeriesAt(db, counted, [...last.keys()])
      for (const [number, series] of last) expect(found.get(number)).toEqual(series)
    }),
    { numRuns: 40 },
  )
})
