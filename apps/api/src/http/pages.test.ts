import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { pageOf, writeCursor } from './pages.ts'

it('every item that stays is read once, in order, whatever is added and deleted between the pages', () => {
  const key = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.string({ maxLength: 4 }))
  const changes = fc.array(fc.record({ add: fc.array(key, { maxLength: 3 }), drop: fc.nat() }), { maxLength: 8 })
  fc.assert(
    fc.property(
      fc.uniqueArray(key, { selector: String, maxLength: 30 }),
      changes,
      fc.integer({ min: 1, max: 7 }),
      (start, later, limit) => {
        let all = [...start]
        const staying = new Set(start.map(String))
        const read: string[] = []
        let cursor: string | undefined
        for (let step = 0; ; step += 1) {
          const page = pageOf(all, (item) => item, { limit, cursor })
          expect(page.total).toBe(all.length)
          read.push(...page.items.map(String))
          if (page.last === null) break
          cursor = writeCursor(page.last)
          const change = later[step]
          if (!change) continue
          const dropped = all[change.drop % Math.max(1, all.length)]
          all = all.filter((item) => item !== dropped)
          if (dropped) staying.delete(String(dropped))
          const known = new Set(all.map(String))
          all.push(...change.add.filter((item) => !known.has(String(item)) && !staying.has(String(item))))
          all = [...new Map(all.map((item) => [String(item), item])).values()]
        }
        expect(new Set(read).size).toBe(read.length)
        for (const one of staying) expect(read).toContain(one)
      },
    ),
    { numRuns: 200 },
  )
})

it('what no page has given as a cursor is refused', () => {
  for (const cursor of ['x', 'bnVsbA', 'W10', '']) {
    expect(() => pageOf([['a']], (item) => item, { limit: 1, cursor })).toThrow('errors')
  }
})
