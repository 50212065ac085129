import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyWorld, attacker, publishWorld } from './attacker.fixture.ts'

const tables = 1000

it(`of ${tables} attacked tables none gives a withheld number away, over releases that follow each other`, async ({
  annotate,
}) => {
  const attack = await attacker()
  let [attacked, withheld] = [0, 0]
  fc.assert(
    fc.property(anyWorld, (world) => {
      const bounds = attack(world, publishWorld(world))
      attacked += 1
      withheld += bounds.length
      expect(bounds.filter(({ width }) => width < world.minimum - 1e-4)).toEqual([])
    }),
    { numRuns: tables },
  )
  expect(attacked).toBeGreaterThanOrEqual(tables)
  await annotate(`Attacked ${attacked} tables with ${withheld} withheld numbers`)
}, 120_000)
