import { expect, it } from 'vitest'
import { Throttle } from './throttle.ts'

function clocked() {
  let seconds = 0
  return { throttle: new Throttle(() => seconds), pass: (more: number): number => (seconds += more) }
}

it('the first wrong tries cost nothing, each one more doubles the wait', () => {
  const { throttle } = clocked()
  const waits = Array.from({ length: 16 }, () => {
    throttle.failed(['a'])
    return throttle.waitFor(['a'])
  })
  expect(waits.slice(0, 8)).toEqual([0, 0, 0, 0, 2, 4, 8, 16])
  expect(waits.at(-1)).toBe(900)
})

it('a wait passes, a right try forgives, and an hour forgets', () => {
  const { throttle, pass } = clocked()
  for (let index = 0; index < 6; index += 1) throttle.failed(['a'])
  expect(throttle.waitFor(['a'])).toBe(4)
  pass(3)
  expect(throttle.waitFor(['a'])).toBe(1)
  pass(1)
  expect(throttle.waitFor(['a'])).toBe(0)
  throttle.failed(['a'])
  throttle.succeeded(['a'])
  expect(throttle.waitFor(['a'])).toBe(0)
  for (let index = 0; index < 6; index += 1) throttle.failed(['a'])
  pass(3600)
  throttle.failed(['a'])
  expect(throttle.waitFor(['a'])).toBe(0)
})

it('whoever guesses at many accounts from one place waits as well', () => {
  const { throttle } = clocked()
  for (let index = 0; index < 6; index += 1) throttle.failed([`account ${index}`, 'address x'])
  expect(throttle.waitFor(['account 99', 'address x'])).toBe(4)
  expect(throttle.waitFor(['account 0', 'address y'])).toBe(0)
})
