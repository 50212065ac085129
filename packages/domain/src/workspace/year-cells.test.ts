import { expect, it } from 'vitest'
import { expectedFigure } from '../indicator/expected.ts'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import { shownYears, yearCells } from './year-cells.ts'

const indicator = exampleIndicator({ cadence: { periodKind: 'year', everyYears: 1, delayMonths: 6 } })

it('says how it stands with every year, and leaves out those of which there is nothing to say', () => {
  const workspace = [
    exampleObservation('2019', 58),
    exampleObservation('2020', null),
    exampleObservation('2021', 60, { status: 'P' }),
    exampleObservation('2022', 61),
    exampleObservation('2023', 3),
    exampleObservation('2024', 63),
  ]
  const published = [
    exampleObservation('2019', 58),
    exampleObservation('2020', null),
    exampleObservation('2021', 60, { status: 'P' }),
    exampleObservation('2022', 60.5),
    exampleObservation('2023', null, { status: 'Q' }),
  ]
  const today = '2026-08-01'
  const expected = expectedFigure(indicator, workspace, today)
  const cells = yearCells(indicator, { workspace, published }, expected, shownYears(today))
  expect(cells.map(({ year, state }) => [year, state])).toEqual([
    [2019, 'published'],
    [2020, 'missing'],
    [2021, 'provisional'],
    [2022, 'draft'],
    [2023, 'withheld'],
    [2024, 'draft'],
    [2025, 'late'],
  ])
})
