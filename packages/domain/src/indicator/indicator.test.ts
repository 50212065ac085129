import { expect, test } from 'vitest'
import { exampleIndicator } from './indicator.fixture.ts'
import { Indicator, publishedIndicator, PublishedIndicator } from './indicator.ts'

const issues = (input: unknown): { at: string; message: string }[] =>
  (Indicator.safeParse(input).error?.issues ?? []).map(({ path, message }) => ({ at: path.join('.'), message }))

test('a full definition is accepted', () => {
  expect(issues(exampleIndicator())).toEqual([])
})

test('the direction is never guessed', () => {
  const { direction: _direction, ...undirected } = exampleIndicator()
  expect(issues(undirected).map(({ at }) => at)).toEqual(['direction'])
})

test('a value aimed at belongs to the direction “towards”, and only to it', () => {
  const message = 'Give `towards` a value exactly when the direction is "towards"'
  expect(issues(exampleIndicator({ direction: 'towards' }))).toEqual([{ at: 'towards', message }])
  expect(issues(exampleIndicator({ towards: 50 }))).toEqual([{ at: 'towards', message }])
  expect(issues(exampleIndicator({ direction: 'towards', towards: 0 }))).toEqual([])
})

test('context indicators have no wanted direction, and others have one', () => {
  const message = 'A context indicator has the direction "context", and only it has'
  expect(issues(exampleIndicator({ kind: 'context' }))).toEqual([{ at: 'kind', message }])
  expect(issues(exampleIndicator({ direction: 'context', kind: 'outcome' }))).toEqual([{ at: 'kind', message }])
  expect(issues(exampleIndicator({ direction: 'context', kind: 'context' }))).toEqual([])
})

test('a count says what it counts', () => {
  expect(issues(exampleIndicator({ unit: 'count', decimals: 0 }))).toEqual([
    { at: 'noun', message: 'A count needs a noun: what does it count?' },
  ])
})

test('a break is at a period of the indicator’s own kind, and the message shows how to write it', () => {
  const reason = { da: 'Ny opgørelse', en: 'New method' }
  const breaks = [
    { period: '2021-11-16', reason },
    { period: '2021', reason },
  ]
  expect(issues(exampleIndicator({ breaks }))).toEqual([
    { at: 'breaks.1.period', message: '"2021" is no municipal-election; write it as 2025-11-18' },
  ])
})

test('an indicator belongs to at least one goal', () => {
  expect(issues(exampleIndicator({ goals: [] })).map(({ at }) => at)).toEqual(['goals'])
})

const reason = { da: 'Det måler noget andet.', en: 'It measures something else.' }

test('what decides a goal’s verdict is not the nearest figure to it as well', () => {
  expect(issues(exampleIndicator({ goals: [{ goal: 'tale', headline: false, nearest: reason }] }))).toEqual([])
  expect(issues(exampleIndicator({ goals: [{ goal: 'tale', headline: true, nearest: reason }] }))).toEqual([
    {
      at: 'goals.0.nearest',
      message: 'A headline indicator measures what the goal says; take out either `headline` or `nearest`',
    },
  ])
})

test('what the keeper has to do is never published, and a definition of before there were tasks is still read', () => {
  const told = publishedIndicator(Indicator.parse(exampleIndicator({ tasks: [reason], caveats: [reason] })))
  expect(told).toEqual(exampleIndicator({ caveats: [reason] }))
  expect(PublishedIndicator.safeParse(told).success).toBe(true)
  expect(PublishedIndicator.safeParse({ ...told, tasks: [reason] }).success).toBe(false)
})
