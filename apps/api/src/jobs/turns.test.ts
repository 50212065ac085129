import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

test('What arrives at once begins a few in each turn of the event loop, in the order it came', async () => {
  const turns = new Turns(4)
  const begun: number[] = []
  const all = Array.from({ length: 10 }, (_, index) => turns.next().then(() => begun.push(index)))
  const seen: number[] = []
  while (begun.length < 10) {
    await turn()
    seen.push(begun.length)
  }
  await Promise.all(all)
  expect(seen).toEqual([4, 8, 10])
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('What arrives later has its turn too', async () => {
  const turns = new Turns(1)
  await turns.next()
  await Promise.all([turns.next(), turns.next()])
  await expect(turns.next()).resolves.toBeUndefined()
})
