import { expect, it } from 'vitest'
import type { Dimension } from '../dimension.ts'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import { parseSeriesKey } from '../series.ts'
import { representationOf } from './representation.ts'

const name = { da: 'x', en: 'x' }
const age: Dimension = {
  slug: 'alder',
  name,
  categories: ['unge', 'gamle'].map((slug) => ({ slug, name, code: null, parent: null })),
}
const derived = { kind: 'parity', of: 'raad', population: 'folk', dimension: 'alder', group: 'unge' } as const
const counts = (slug: string, figures: Readonly<Record<string, number | null>>) => ({
  indicator: exampleIndicator({ slug, unit: 'count', cadence: { periodKind: 'year', everyYears: 1, delayMonths: 0 } }),
  series: Object.entries(figures).map(([key, value]) => ({
    key,
    ...parseSeriesKey(key),
    observations: [exampleObservation('2025', value, value === null ? { status: 'Q' } : {})],
  })),
})
const people = counts('folk', { '217;alder=unge': 20, '217;alder=gamle': 80 })

it('shares of the body stand beside those of the population', () => {
  const body = counts('raad', { '217': 40, '217;alder=unge': 4, '217;alder=gamle': 36 })
  expect(representationOf({ derived, area: '217' }, [body, people], [age])).toEqual({
    dimension: 'alder',
    period: '2025',
    groups: [
      { category: 'unge', body: 10, population: 20 },
      { category: 'gamle', body: 90, population: 80 },
    ],
  })
})

it('a group that is withheld has no share, and makes none of the others guessable', () => {
  const body = counts('raad', { '217;alder=unge': null, '217;alder=gamle': 36 })
  const shares = representationOf({ derived, area: '217' }, [body, people], [age])?.groups.map((group) => group.body)
  expect(shares).toEqual([null, null])
})

it('other indicators have none', () => {
  expect(representationOf({ derived: null, area: '217' }, [people], [age])).toBeNull()
  expect(representationOf({ derived, area: '217' }, [people], [age])).toBeNull()
})
