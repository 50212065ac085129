import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { crosses, moveApart, overlaps, placeLabels } from './place-labels.ts'

const frame = { x: 0, y: 0, width: 100, height: 100 }
const nowhere = () => []
const at = (x: number, y: number) => ({ x, y, width: 20, height: 10 })

it('boxes that only touch do not overlap', () => {
  expect(overlaps(at(0, 0), at(20, 0))).toBe(false)
  expect(overlaps(at(0, 0), at(19, 9))).toBe(true)
})

it('a line passes through a box only where it meets it', () => {
  expect(crosses({ x1: 0, y1: 0, x2: 100, y2: 100 }, at(40, 45))).toBe(true)
  expect(crosses({ x1: 0, y1: 0, x2: 10, y2: 10 }, at(40, 45))).toBe(false)
})

it('a label takes its second place where the first is taken, and is dropped where both are', () => {
  const label = { places: [at(10, 10), at(50, 50)], lastResort: nowhere }
  expect(placeLabels([label, label, label], { frame, obstacles: [], lines: [] })).toEqual([
    at(10, 10),
    at(50, 50),
    null,
  ])
})

it('a label that cannot be spared takes its last resort, and covers nothing there either', () => {
  const spared = { places: [at(10, 10)], lastResort: nowhere }
  const needed = { places: [at(10, 10)], lastResort: () => [at(95, 10), at(12, 12), at(70, 70)] }
  const drawing = { frame, obstacles: [], lines: [] }
  expect(placeLabels([spared, needed, needed], drawing)).toEqual([at(10, 10), at(70, 70), null])
})

it('a label stands off the lines where it can', () => {
  const label = { places: [at(10, 10), at(50, 50)], lastResort: nowhere }
  const lines = [{ x1: 0, y1: 15, x2: 100, y2: 15 }]
  expect(placeLabels([label], { frame, obstacles: [], lines })).toEqual([at(50, 50)])
})

it('a label that has room stays where it wants to be', () => {
  const labels = [
    { middle: 80, height: 10 },
    { middle: 20, height: 10 },
  ]
  expect(moveApart(labels, 0, 100)).toEqual([75, 15])
})

it('labels of a column never overlap, keep their order and stay in the column', () => {
  const label = fc.record({ middle: fc.integer({ min: -50, max: 250 }), height: fc.integer({ min: 5, max: 20 }) })
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 10 }), (labels) => {
      const placed = moveApart(labels, 0, 200)
        .map((edge, index) => ({ edge, ...(labels[index] ?? { middle: 0, height: 0 }) }))
        .toSorted((a, b) => a.edge - b.edge)
      for (const [index, { edge, height, middle }] of placed.entries()) {
        const next = placed[index + 1]
        expect(edge).toBeGreaterThanOrEqual(-1e-9)
        expect(edge + height).toBeLessThanOrEqual((next?.edge ?? 200) + 1e-9)
        const wished = middle - height / 2
        expect(wished).toBeLessThanOrEqual(next ? next.middle - next.height / 2 : wished)
      }
    }),
  )
})
