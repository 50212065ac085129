import { expect, test } from 'vitest'
import { statusesWithoutValue } from '../observation/observation.ts'
import { notAssessedWords, statusWords, verdictWords } from './verdict-words.ts'

test('every status but the normal one has a mark of its own, and no mark looks like a zero', () => {
  const { A, ...others } = statusWords
  const marks = Object.values(others).map(({ mark }) => mark)
  expect(A.mark).toBe('')
  expect(new Set(marks).size).toBe(marks.length)
  for (const status of statusesWithoutValue) expect(statusWords[status].mark).not.toMatch(/^$|0|[–-]/)
})

test('no two verdicts have the same name, but for “unchanged” in Danish with and without a target', () => {
  expect(verdictWords['no-change'].da).toBe(verdictWords.stable.da)
  const { 'no-change': noChange, ...others } = verdictWords
  const names = Object.values(others)
  expect(names.map(({ en }) => en)).not.toContain(noChange.en)
  expect(new Set(names.map(({ da }) => da)).size).toBe(names.length)
  expect(new Set(names.map(({ en }) => en)).size).toBe(names.length)
})

test('every reason for not assessing is a whole sentence in both languages', () => {
  for (const { da, en } of Object.values(notAssessedWords)) {
    expect(da).toMatch(/^\p{Lu}.*\.$/u)
    expect(en).toMatch(/^\p{Lu}.*\.$/u)
  }
})
