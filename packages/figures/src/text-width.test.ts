import { expect, it } from 'vitest'
import { fitText, textWidth, wrapText } from './text-width.ts'

it('figures all have the same width', () => {
  expect(textWidth('111', 13)).toBe(textWidth('888', 13))
})

// Measured in a browser at 100 px: the wider of the regular and the semibold cut.
it.each([
  ['g', 62.6],
  ['s', 54.9],
  ['.', 31.9],
  ['4', 66.6],
  ['W', 103.7],
  ['%', 100.4],
])('%s is never taken for narrower than it is set', (character, measured) => {
  expect(textWidth(character, 100)).toBeGreaterThanOrEqual(measured)
})

it('a text that fits is left alone, one that does not ends in an ellipsis', () => {
  expect(fitText('Hele landet', 13, 200)).toBe('Hele landet')
  expect(fitText('Hele landet', 13, 50)).toMatch(/^H.*…$/)
  expect(textWidth(fitText('Hele landet', 13, 50), 13)).toBeLessThanOrEqual(50)
})

it('a word wider than the line goes on in the next, and a figure is never torn', () => {
  const lines = wrapText('Arbejdsmarkedsuddannelser 12.400.000', 13.5, 100, Infinity)
  expect(lines.at(-1)).toBe('12.400.000')
  expect(lines.slice(0, -1).join('').replaceAll('-', '')).toBe('Arbejdsmarkedsuddannelser')
  for (const line of lines) expect(textWidth(line, 13.5)).toBeLessThanOrEqual(100)
  expect(wrapText('1.234.567.890', 13.5, 40, Infinity).join('')).not.toContain('-')
  expect(wrapText('0,5–12.000.000\u00A0%', 13.5, 110, Infinity)).toEqual(['0,5–', '12.000.000\u00A0%'])
})

it('a number is never parted from its unit', () => {
  expect(wrapText('Mål 2029: 75\u00A0%', 13.5, 75, 2)).toEqual(['Mål 2029:', '75\u00A0%'])
})
