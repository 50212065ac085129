import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleAction } from '../action-plan/action-plan.fixture.ts'
import { ActionState, rollOver } from '../action-plan/action-plan.ts'
import { outcomeOf, progressWords, stateWords, type MovedIndicator } from './outcome.ts'

const turnout: MovedIndicator = {
  slug: 'valgdeltagelse-kv',
  name: { da: 'Valgdeltagelse ved kommunalvalg', en: 'Turnout at municipal elections' },
  unit: 'percent',
  decimals: 1,
  noun: null,
  periodKind: 'municipal-election',
  breakAt: null,
  points: [
    { period: '2021-11-16', value: 68.57, status: 'A' },
    { period: '2025-11-18', value: 70.49, status: 'A' },
  ],
}
const membership: MovedIndicator = {
  ...turnout,
  slug: 'medlemskab',
  name: { da: 'Medlemmer af en forening', en: 'Members of an association' },
  periodKind: 'year',
  points: ['2023', '2024', '2025', '2026'].map((period, index) => ({ period, value: 40 + index, status: 'A' })),
}
const indicators = [turnout, membership]
const action = (state: ActionState, startsOn: string | null, ...meant: string[]) => ({
  state,
  startsOn,
  indicators: meant,
})
const danish = (taken: ReturnType<typeof action>): string =>
  progressWords(taken, outcomeOf(taken, indicators)).da.replaceAll('\u00A0', ' ')

describe('what came of an action', () => {
  it('names the indicator with its figures from before the action and from after it began', () => {
    expect(danish(action('done', '2025-02-01', 'valgdeltagelse-kv'))).toBe(
      'Gennemført. “Valgdeltagelse ved kommunalvalg” steg fra 68,6 % i 2021 til 70,5 % i 2025.',
    )
    expect(danish(action('under-way', '2025-02-01', 'valgdeltagelse-kv'))).toMatch(/^I gang\. “Valgdeltagelse/)
  })

  it('takes no figure from before the action began, and none of a period it began in', () => {
    const unmeasured = 'Gennemført. “Valgdeltagelse ved kommunalvalg” er ikke målt, siden indsatsen begyndte.'
    expect(danish(action('done', '2026-02-01', 'valgdeltagelse-kv'))).toBe(unmeasured)
    expect(danish(action('done', '2025-02-01', 'medlemskab'))).toBe(
      'Gennemført. “Medlemmer af en forening” steg fra 41,0 % i 2024 til 43,0 % i 2026.',
    )
    expect(outcomeOf(action('done', '2026-02-01', 'medlemskab'), indicators).kind).toBe('done-unmeasured')
  })

  it('compares across no break', () => {
    const broken = { ...membership, breakAt: '2026' }
    expect(outcomeOf(action('done', '2025-02-01', 'medlemskab'), [broken]).findings[0]?.da).toContain(
      'der er intet tal fra før indsatsen at sammenligne med',
    )
  })

  it('tells of every indicator, each by its name, and of others not', () => {
    const { findings } = outcomeOf(action('done', '2025-02-01', 'valgdeltagelse-kv', 'medlemskab'), indicators)
    expect(findings.map(({ en }) => en.split('”')[0])).toEqual([
      '“Turnout at municipal elections',
      '“Members of an association',
    ])
  })

  it('says of ideas, planned and stopped actions only that, whatever the figures are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ActionState>('idea', 'planned', 'stopped'),
        fc.constantFrom(null, '2000-01-01', '2025-02-01', '2030-01-01'),
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 4 }),
        (state, startsOn, values) => {
          const points = values.map((value, index) => ({ period: String(2022 + index), value, status: 'A' as const }))
          const taken = action(state, startsOn, 'medlemskab')
          const outcome = outcomeOf(taken, [{ ...membership, points }])
          expect(outcome).toEqual({ kind: state, findings: [] })
          expect(progressWords(taken, outcome)).toEqual(stateWords[state])
        },
      ),
    )
  })

  it('of an action without a first day nothing is said of figures', () => {
    expect(danish(action('done', null, 'medlemskab'))).toBe('Gennemført')
  })
})

it('rolls over into the next year whatever is neither done nor stopped, with the milestones that are left', () => {
  const plan = {
    year: 2026,
    mark: null,
    framework: 'politik',
    title: { da: 'Handleplan 2026', en: 'Action plan 2026' },
    actions: ActionState.options.map((state) =>
      exampleAction(state, {
        state,
        stateReason: state === 'stopped' ? { da: 'For dyrt', en: 'Too dear' } : null,
        milestones: [
          { title: { da: 'Aftale', en: 'Agreement' }, due: '2026-02-01', done: true },
          { title: { da: 'Første møde', en: 'First meeting' }, due: '2026-11-01', done: false },
        ],
      }),
    ),
  }
  const next = rollOver(plan, {
    slug: 'politik',
    mark: null,
    title: { da: 'Politik', en: 'Policy' },
  })
  expect(next).toMatchObject({ year: 2027, title: { da: 'Handleplan 2027', en: 'Action plan 2027' } })
  expect(next.actions.map(({ slug, continues }) => [slug, continues])).toEqual([
    ['idea', { year: 2026, action: 'idea' }],
    ['planned', { year: 2026, action: 'planned' }],
    ['under-way', { year: 2026, action: 'under-way' }],
  ])
  expect(next.actions[0]?.milestones.map(({ title }) => title.en)).toEqual(['First meeting'])
})

it('moves the days of what goes on into the new year, and leaves those that lie there already', () => {
  const milestone = { title: { da: 'Møde', en: 'Meeting' }, done: false }
  const plan = {
    year: 2028,
    mark: null,
    framework: 'politik',
    title: { da: 'Handleplan 2028', en: 'Action plan 2028' },
    actions: [
      exampleAction('kor', {
        startsOn: '2028-02-29',
        endsOn: '2029-06-30',
        milestones: [
          { ...milestone, due: '2028-11-01' },
          { ...milestone, due: '2029-03-01' },
        ],
      }),
      exampleAction('bus', { startsOn: null, endsOn: null }),
    ],
  }
  const policy = { slug: 'politik', mark: null, title: { da: 'Politik', en: 'Policy' } }
  const [choir, bus] = rollOver(plan, policy).actions
  expect(choir).toMatchObject({ startsOn: '2029-02-28', endsOn: '2029-06-30' })
  expect(choir?.milestones.map(({ due }) => due)).toEqual(['2029-11-01', '2029-03-01'])
  expect(bus).toMatchObject({ startsOn: null, endsOn: null })
  expect(rollOver(plan, policy, 2030)).toMatchObject({ year: 2030, actions: [{ startsOn: '2030-02-28' }, {}] })
})
