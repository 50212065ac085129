import * as fc from 'fast-check'
import { it } from 'vitest'
import { attacker, toldBeside } from './attacker.fixture.ts'
import { anyWorld, publishWorld } from './world.fixture.ts'
it('tries', async () => {
  const attack = await attacker()
  let [n, numbers, leaks, shown] = [0, 0, 0, 0]
  const only = process.env['ONLY'] === 'bare'
  for (const world of fc.sample(anyWorld, { numRuns: Number(process.env['N'] ?? 2000), seed: Number(process.env['SEED'] ?? 7) })) {
    if (only && !(world.bareTotals)) continue
    n += 1
    const published = publishWorld(world)
    const bounds = attack(world, published, { insiders: world.releases.length === 1 })
    numbers += bounds.length
    const bad = bounds.filter(({ width, minimum }) => width < minimum)
    const told = toldBeside(world, published)
    if (bad.length + told.length > 0) {
      leaks += 1
      if (shown++ < Number(process.env['SHOW'] ?? 1)) process.stdout.write(JSON.stringify({ unit: world.unit, bare: world.bareTotals, twin: world.twin, dims: world.dimensions.map((d) => d.slug + d.categories.map((c) => c.slug + (c.parent ? '<' + c.parent : '')).join()), releases: world.releases.map(r => ({...r, recorded: r.recorded.map(Number).join('')})), bad: bad.slice(0, 3), told, withheld: published.map((p) => p.documents.observations.withheld.map((w) => w.series).join(' ')) }) + '\n')
    }
  }
  process.stdout.write(`tables ${n} numbers ${numbers} leaking tables ${leaks}\n`)
}, 3_000_000)
