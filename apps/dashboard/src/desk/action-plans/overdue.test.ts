import { expect, it } from 'vitest'
import { overdueOf } from './overdue.ts'

const title = { da: 'Møde', en: 'Meeting' }
const milestones = [
  { title, due: '2026-03-01', done: true },
  { title, due: '2026-03-01', done: false },
  { title, due: '2026-03-02', done: false },
]

it('are the milestones whose day has passed, of actions that still go on', () => {
  expect(overdueOf({ state: 'under-way', milestones }, '2026-03-02')).toEqual([milestones[1]])
  expect(overdueOf({ state: 'planned', milestones }, '2026-03-01')).toEqual([])
  expect(overdueOf({ state: 'stopped', milestones }, '2027-01-01')).toEqual([])
})
