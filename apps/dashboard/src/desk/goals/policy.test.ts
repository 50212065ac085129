import type { FocusArea, Framework, Goal } from '@pejling/domain/framework'
import { exampleIndicator } from '@pejling/domain/indicator/indicator.fixture'
import { describe, expect, it } from 'vitest'
import { nextNumber, shownPolicies, type PolicyFilter, type PolicyParts } from './policy.ts'

const text = (da: string, en = `${da} (en)`) => ({ da, en })
const level = { one: text('del'), other: text('dele') }

const framework: Framework = {
  slug: 'politik',
  title: text('Politik'),
  mark: null,
  position: 1,
  organisation: { name: text('Kommunen'), area: '217' },
  vision: text('Vision'),
  purpose: text('Formål'),
  challenges: [],
  audience: text('Alle'),
  carriedOutBy: text('Planer'),
  levels: { focusArea: level, goal: level },
  note: null,
}
const area = (slug: string, position: number): FocusArea => ({
  slug,
  framework: 'politik',
  position,
  printedNumber: null,
  title: text(slug),
})
const goal = (slug: string, number: string, focusArea: string): Goal => ({
  slug,
  number,
  focusArea,
  text: text(`Flere ${slug}`),
})
const indicator = (slug: string, of: string, change: Parameters<typeof exampleIndicator>[0] = {}) =>
  exampleIndicator({ slug, name: text(`Antal ${slug}`), goals: [{ goal: of, headline: true }], ...change })

const parts: PolicyParts = {
  frameworks: [framework],
  focusAreas: [area('natur', 2), area('demokrati', 1)],
  goals: [goal('skove', '2.1', 'natur'), goal('stemmer', '1.10', 'demokrati'), goal('taler', '1.2', 'demokrati')],
  indicators: [
    indicator('valg', 'stemmer'),
    indicator('ord', 'taler', { owner: text('Kontoret'), name: text('Antal ord', 'Antal ord') }),
    indicator('gammel', 'taler', { retiredOn: '2024-01-01' }),
  ],
  aimed: new Set(['valg']),
  drafted: new Set(['ord']),
}

/** What is shown, as `goal: indicators`. */
const shown = (filter: Partial<PolicyFilter> = {}): string[] =>
  shownPolicies(parts, { search: '', office: '', show: 'all', ...filter }).flatMap(({ focusAreas }) =>
    focusAreas.flatMap(({ goals }) =>
      goals.map(({ goal: { number }, indicators }) => `${number}: ${indicators.map(({ slug }) => slug).join(' ')}`),
    ),
  )

describe('the policy as one page', () => {
  it('has its parts by place and its goals by number, without what has been retired', () => {
    expect(shown()).toEqual(['1.2: ord', '1.10: valg', '2.1: '])
  })

  it.each<[Partial<PolicyFilter>, string[]]>([
    [{ search: 'stemmer' }, ['1.10: valg']],
    [{ search: 'antal VALG' }, ['1.10: valg']],
    [{ search: '2.1' }, ['2.1: ']],
    [{ office: 'Kontoret' }, ['1.2: ord']],
    [{ show: 'english' }, ['1.2: ord']],
    [{ show: 'targetless' }, ['1.2: ord']],
    [{ show: 'drafts' }, ['1.2: ord']],
    [{ show: 'retired' }, ['1.2: gammel']],
    [{ search: 'findes ikke' }, []],
  ])('is narrowed to %o', (filter, expected) => {
    expect(shown(filter)).toEqual(expected)
  })
})

describe('the number a new goal gets', () => {
  it('is the next in its focus area, and none that another goal had', () => {
    expect(nextNumber(parts.goals, area('demokrati', 1), null)).toBe('1.11')
    expect(nextNumber(parts.goals, area('kultur', 3), null)).toBe('3.1')
    expect(nextNumber(parts.goals, area('klima', 3), 'klima')).toBe('klima-3.1')
    const former = { ...goal('skove', '2.1', 'natur'), formerNumbers: ['2.2'] }
    expect(nextNumber([former], area('natur', 2), null)).toBe('2.3')
    expect(nextNumber([goal('et', '7', 'natur')], area('natur', 2), null)).toBe('8')
  })
})
