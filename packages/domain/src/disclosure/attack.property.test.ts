import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyWorld, attacker, publishWorld } from './attacker.fixture.ts'

it('no withheld number can be bounded more closely than the rule allows, over releases that follow each other', async ({
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
    { numRuns: 1000 },
  )
  expect(attacked).toBeGreaterThanOrEqual(1000)
  await annotate(`Attacked ${attacked} tables with ${withheld} withheld numbers`)
}, 120_000)
