import { assert, constantFrom, nat, property } from 'fast-check'
import { expect, it } from 'vitest'
import { moved, type Field } from './grid-moves.ts'

const field: Field = {
  rows: 12,
  columns: 5,
  // The first three rows, and the last.
  isFilled: ({ row }) => row < 3 || row === 11,
}
const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']

it('goes as in a spreadsheet', () => {
  const from = { row: 1, column: 2 }
  const to = (key: string, isFar = false) => moved(field, from, key, isFar)
  expect(to('ArrowDown')).toEqual({ row: 2, column: 2 })
  expect([to('Home'), to('End')]).toEqual([
    { row: 1, column: 0 },
    { row: 1, column: 4 },
  ])
  expect([to('Home', true), to('End', true)]).toEqual([
    { row: 0, column: 0 },
    { row: 11, column: 4 },
  ])
  expect(to('PageDown')).toEqual({ row: 11, column: 2 })
  // To the end of what is filled, from there to what is filled next.
  expect(to('ArrowDown', true)).toEqual({ row: 2, column: 2 })
  expect(moved(field, { row: 2, column: 2 }, 'ArrowDown', true)).toEqual({ row: 11, column: 2 })
  expect(to('Enter')).toBeNull()
})

it('never leaves the grid', () => {
  assert(
    property(constantFrom(...keys), nat(11), nat(4), constantFrom(true, false), (key, row, column, isFar) => {
      const at = moved(field, { row, column }, key, isFar)
      expect(at && at.row >= 0 && at.row < 12 && at.column >= 0 && at.column < 5).toBe(true)
    }),
  )
})
