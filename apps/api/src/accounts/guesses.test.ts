import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { Guesses, type Guesser } from './guesses.ts'

const stranger: Guesser = { account: 'ida@example.dk', from: '192.0.2.1', known: null }
const guesses = (now = () => 0): Guesses => new Guesses(now)

it('five wrong tries cost nothing, each one more doubles the wait, up to a quarter of an hour', () => {
  let now = 0
  const counted = guesses(() => now)
  const waits: number[] = []
  for (let tries = 0; tries < 16; tries += 1) {
    let attempt = counted.begin(stranger)
    if (attempt.kind === 'wait') {
      waits.push(attempt.seconds)
      now += attempt.seconds
      attempt = counted.begin(stranger)
    }
    expect(attempt.kind).toBe('go')
  }
  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900])
})

it('tries made at once are counted before any of them is answered', () => {
  const counted = guesses()
  const kinds = Array.from({ length: 200 }, () => counted.begin(stranger).kind)
  expect(kinds.filter((kind) => kind === 'go')).toHaveLength(5)
})

it('a right try is taken back, and so are the wrong ones before it', () => {
  const counted = guesses()
  for (let round = 0; round < 50; round += 1) {
    for (let tries = 0; tries < 4; tries += 1) counted.begin(stranger)
    const attempt = counted.begin(stranger)
    expect(attempt.kind).toBe('go')
    if (attempt.kind === 'go') attempt.succeeded()
  }
})

it('whatever others guess, nobody is kept waiting at another place, behind the same address, or in a known browser', () => {
  const address = fc.oneof(fc.ipV4(), fc.ipV6())
  fc.assert(
    fc.property(fc.array(address, { minLength: 1, maxLength: 60 }), (from) => {
      const counted = guesses()
      for (const one of from) for (let tries = 0; tries < 6; tries += 1) counted.begin({ ...stranger, from: one })
      const here = from[0] ?? ''
      const owner = counted.begin({ ...stranger, from: here, known: 'the owner’s browser' })
      const colleague = counted.begin({ ...stranger, account: 'bo@example.dk', from: here })
      expect([owner, colleague]).toMatchObject([{ kind: 'go', delay: 0 }, { kind: 'go' }])
    }),
  )
})

it('an IPv6 network is one place, however many addresses it has', () => {
  const counted = guesses()
  const kinds = Array.from(
    { length: 20 },
    (_, index) => counted.begin({ ...stranger, from: `2001:db8::1:${index}` }).kind,
  )
  expect(kinds.filter((kind) => kind === 'go')).toHaveLength(5)
  expect(counted.begin({ ...stranger, from: '2001:db8:0:1::1' }).kind).toBe('go')
})

it('guesses at one account from many places are answered later and later, never more than five seconds', () => {
  const counted = guesses()
  const delays = Array.from({ length: 1000 }, (_, index) => {
    const attempt = counted.begin({ ...stranger, from: `10.${index >> 8}.${index & 255}.1` })
    return attempt.kind === 'go' ? attempt.delay : NaN
  })
  expect([delays[0], delays[21], delays[40], delays[999]]).toEqual([0, 50, 1000, 5000])
})

it('an hour without any forgets', () => {
  let now = 0
  const counted = guesses(() => now)
  for (let tries = 0; tries < 9; tries += 1) counted.begin(stranger)
  now += 3600
  expect(counted.begin(stranger)).toMatchObject({ kind: 'go', delay: 0 })
})
