import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { poorestFirst } from '../progress/assessment.ts'
import { exampleAction } from './action-plan.fixture.ts'
import { ActionState, rollOver } from './action-plan.ts'
import { outcomeOf, outcomes, outcomeWords } from './outcome.ts'

describe('what came of an action', () => {
  it.each([
    ['done', ['on-track'], 'done-moved'],
    ['done', ['improving', 'wrong-way'], 'done-moved'],
    ['done', ['wrong-way'], 'done-unmoved'],
    ['done', ['stable', 'no-data'], 'done-unmoved'],
    ['done', ['no-data'], 'done-unknown'],
    ['done', [], 'done-unknown'],
    ['under-way', ['reached'], 'undone-moved'],
    ['stopped', ['worsening'], 'undone'],
    ['idea', [], 'undone'],
  ] as const)('%s, and its indicators are %j: %s', (state, verdicts, outcome) => {
    expect(outcomeOf({ state }, verdicts)).toBe(outcome)
  })

  it('is always said, and whether it was done never depends on how the figures went', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ActionState.options),
        fc.array(fc.constantFrom(...poorestFirst), { maxLength: 4 }),
        (state, verdicts) => {
          const outcome = outcomeOf({ state }, verdicts)
          expect(outcomes).toContain(outcome)
          expect(outcomeWords[outcome].da).not.toBe('')
          expect(outcome.startsWith('done')).toBe(state === 'done')
        },
      ),
    )
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
