import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { attacker, toldBeside } from './attacker.fixture.ts'
import { anyWorld, publishWorld, type World } from './world.fixture.ts'

const tables = 1000

it(`of ${tables} attacked tables none gives a withheld number away, over releases that follow each other`, async ({
  annotate,
}) => {
  const attack = await attacker()
  let [attacked, suppressed] = [0, 0]
  fc.assert(
    fc.property(anyWorld, (world) => {
      const published = publishWorld(world)
      const insiders = world.releases.length === 1
      const bounds = attack(world, published, { insiders })
      attacked += 1
      suppressed += bounds.length
      expect(bounds.filter(({ width, minimum }) => width < minimum)).toEqual([])
      expect(toldBeside(world, published)).toEqual([])
    }),
    { numRuns: tables },
  )
  expect(attacked).toBeGreaterThanOrEqual(tables)
  await annotate(`Attacked ${attacked} tables with ${suppressed} withheld numbers`)
}, 120_000)

/** Municipalities that gave a number away once, found among hundreds of thousands, one a line. */
const found: readonly World[] = readFileSync(new URL('given-away.fixture.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): World => JSON.parse(line))

it('tables that once gave a number away do so no more', async () => {
  const attack = await attacker()
  for (const world of found) {
    const published = publishWorld(world)
    const bounds = attack(world, published, { insiders: world.releases.length === 1 })
    expect(bounds.filter(({ width, minimum }) => width < minimum)).toEqual([])
    expect(toldBeside(world, published)).toEqual([])
  }
})
