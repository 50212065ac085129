import { exampleAction } from '@pejling/domain/action-plan/action-plan.fixture'
import { expect, it } from 'vitest'
import { timelineOf } from './timeline.ts'

const plan = (year: number, actions: ReturnType<typeof exampleAction>[]) => ({
  name: String(year),
  year,
  mark: null,
  framework: 'politik',
  title: { da: `Handleplan ${year}`, en: `Action plan ${year}` },
  actions,
})

it('follows the action that took an idea up into the plans it goes on in, and says what is there no more', () => {
  const plans = [
    plan(2027, [exampleAction('bus-igen', { continues: { year: 2026, action: 'bus' } })]),
    plan(2026, [exampleAction('bus')]),
  ]
  const idea = {
    slug: 'bus',
    title: 'Bus',
    text: 'Kør',
    theme: 'Byen',
    voicedAt: 'Torvet',
    voicedOn: '2025-03-14',
    goals: [],
    takenUpBy: [
      { year: 2026, mark: null, action: 'bus' },
      { year: 2026, mark: null, action: 'vaek' },
    ],
    whyNot: null,
    state: 'taken-up',
  } as const
  const steps = timelineOf({ ...idea, goals: [], takenUpBy: [...idea.takenUpBy] }, plans)
  expect(steps).toMatchObject([
    { kind: 'voiced', on: '2025-03-14', place: 'Torvet' },
    { kind: 'taken-up', plan: '2026', id: 'bus', action: { slug: 'bus' } },
    { kind: 'taken-up', plan: '2026', id: 'vaek', action: null },
    { kind: 'taken-up', plan: '2027', id: 'bus-igen', action: { slug: 'bus-igen' } },
  ])
})
