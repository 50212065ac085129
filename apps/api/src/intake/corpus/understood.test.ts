import { beforeAll, expect, test } from 'vitest'
import { UnreadableFileError } from '../read/unreadable.ts'
import { corpusFiles } from './corpus.fixture.ts'
import { contexts, type CorpusFile } from './material.fixture.ts'
import { understand, type Understood } from './understand.fixture.ts'

/* The corpus, read as every way in reads it, with no one there to answer. */

interface Result extends CorpusFile {
  readonly understood: Understood | null
}

let results: readonly Result[] = []
beforeAll(async () => {
  const found: Result[] = []
  for (const one of await corpusFiles()) {
    const understood = await understand(one.bytes, { ...contexts[one.topic], today: '2026-11-30' }).catch(
      (error: unknown) => {
        if (error instanceof UnreadableFileError) return null
        throw error
      },
    )
    found.push({ ...one, understood })
  }
  results = found
})

const keyed = ({ figures }: Understood): Map<string, number | null> =>
  new Map(figures.map(({ series, period, fields }) => [`${series} ${period}`, fields.value]))

const isSame = (a: ReadonlyMap<string, number | null>, b: ReadonlyMap<string, number | null>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.has(key) && b.get(key) === value)

test('no file is understood wrongly: what is taken without a question is what the file holds', () => {
  const wrong = results.flatMap(({ name, figures, isClear, understood }) => {
    if (!understood?.isTaken) return []
    const taken = keyed(understood)
    const isPart = !isClear && understood.skipped.length > 0
    const strange = [...taken].filter(([key, value]) => !figures.has(key) || figures.get(key) !== value)
    if (strange.length > 0) return [`${name}: ${strange.slice(0, 3).join(' | ')}`]
    return isPart || isSame(taken, figures) ? [] : [`${name}: ${taken.size} of ${figures.size} figures`]
  })
  expect(wrong).toEqual([])
})

test('at least three files in four are understood without help', () => {
  const understood = results.filter(
    ({ figures, understood: read }) => read?.isTaken === true && isSame(keyed(read), figures),
  )
  const left = results.filter((one) => one.isClear && !understood.includes(one)).map(({ name }) => name)
  expect(understood.length / results.length, left.join(', ')).toBeGreaterThanOrEqual(0.75)
})

test('all others are refused or asked about, with the place, the reason and what to do', () => {
  for (const { name, understood } of results) {
    if (understood === null || understood.isTaken) continue
    const { questions, refusals, faults, skipped } = understood
    const isSaid = questions.length + refusals.length + faults.length + skipped.length > 0
    expect([name, isSaid]).toEqual([name, true])
    for (const { what, choices, id } of questions)
      expect([name, what.da.length > 10, choices.length > 0 || id === 'period']).toEqual([name, true, true])
    for (const { todo, first } of refusals)
      expect([name, todo.en.length > 10, first.length > 0]).toEqual([name, true, true])
  }
})

test('every cell that holds something is read, refused or passed over by name', () => {
  const lost = results.flatMap(({ name, understood }) => {
    if (understood === null || understood.faults.length > 0) return []
    const { fates, filled } = understood
    return fates.filled === filled && fates.read + fates.refused + fates.skipped === filled
      ? []
      : [`${name}: ${JSON.stringify({ ...fates, cells: filled })}`]
  })
  expect(lost).toEqual([])
})
