import { cellContent, cellNumber, sourceText, type SourceRow } from '@pejling/domain/intake/source-table'
import { beforeAll, expect, test } from 'vitest'
import type { SourceFile } from '../read/source-bytes.ts'
import { inspectFile, readRows } from '../read/source-file.ts'
import { UnreadableFileError } from '../read/unreadable.ts'
import { corpusFiles } from './corpus.fixture.ts'
import type { CorpusFile } from './material.fixture.ts'

const fileOf = (bytes: Uint8Array): SourceFile => ({ size: bytes.length, pieces: () => [bytes] })

let files: readonly CorpusFile[] = []
beforeAll(async () => {
  files = await corpusFiles()
})

async function rowsOf(bytes: Uint8Array): Promise<SourceRow[]> {
  const file = fileOf(bytes)
  const look = await inspectFile(file)
  const rows: SourceRow[] = []
  for (const { name } of look.sheets) {
    for await (const row of readRows(file, { dialect: look.dialect, sheet: name }, () => undefined)) rows.push(row)
  }
  return rows
}

/** The numbers of a row as they would be read by whoever knows the file. */
const numbersOf = ({ cells }: SourceRow): number[] =>
  cells.flatMap((cell) => {
    const number = cellNumber(cell)
    const text = sourceText(cell).replace(/\s*%$/, '')
    const [danish, plain] = [text.replace(/[.\s]/g, '').replace(',', '.'), text].map(Number)
    return [...(number === null ? [] : [number]), danish ?? Number.NaN, plain ?? Number.NaN]
  })

test('the corpus is large, each file of it is named once, and most of it says all that is needed', () => {
  expect(files.length).toBeGreaterThanOrEqual(150)
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
  expect(files.filter(({ isClear }) => isClear).length / files.length).toBeGreaterThan(0.75)
})

test('every figure of the files that say all is in a cell after reading, to its last digit', async () => {
  const lost: string[] = []
  for (const { name, bytes, figures } of files.filter(({ isClear }) => isClear)) {
    const found = new Set((await rowsOf(bytes)).flatMap(numbersOf))
    for (const [key, value] of figures) if (value !== null && !found.has(value)) lost.push(`${name}: ${key} ${value}`)
  }
  expect(lost).toEqual([])
})

test('a container changes nothing of what is read: the words of a layout are the same in each', async () => {
  const words = new Map<string, Set<string>>()
  for (const { name, bytes } of files.filter(
    (one) => one.isClear && /^(?:lang|steder|to-opdelinger|flere-linjer)\./.test(one.name),
  )) {
    const texts = (await rowsOf(bytes)).map(({ cells }) =>
      cells
        .filter((cell) => typeof cellContent(cell) === 'string')
        .map(sourceText)
        .filter((text) => !/^[\d.,]*$/.test(text)),
    )
    const layout = name.split('.')[0] ?? ''
    words.set(layout, (words.get(layout) ?? new Set()).add(JSON.stringify(texts.filter((row) => row.length > 0))))
  }
  expect([...words].map(([layout, versions]) => [layout, versions.size])).toEqual([
    ['lang', 1],
    ['steder', 1],
    ['to-opdelinger', 1],
    ['flere-linjer', 1],
  ])
})

test('a file that is no table is refused, and what it is and what to do is said in both languages', async () => {
  const refused = files.filter(({ isRefused }) => isRefused === true)
  expect(refused.length).toBeGreaterThan(5)
  for (const { name, bytes } of refused) {
    const problem = await inspectFile(fileOf(bytes)).then(
      () => null,
      (error: unknown) => (error instanceof UnreadableFileError ? error.problem : error),
    )
    expect(problem, name).toEqual({ da: expect.stringMatching(/\. \S/), en: expect.stringMatching(/\. \S/) })
  }
})
