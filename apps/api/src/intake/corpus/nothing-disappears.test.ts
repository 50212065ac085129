import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { UnreadableFileError } from '../read/unreadable.ts'
import { contexts, type Topic } from './material.fixture.ts'
import { understand } from './understand.fixture.ts'
import { writeSheets, type Container, type Typed, type TypedSheet } from './write-sheets.fixture.ts'

/*
 * Whatever stands in a file, each of its cells that holds something ends as read, as refused with its place and reason, or as named
 * and passed over. The cells are counted before the file is written, so that one a reader loses is missed.
 */

const words = [
  'Område',
  'Kommune',
  'År',
  'Køn',
  'Alder',
  'Andel',
  'Antal',
  'Status',
  'Bemærkning',
  'Helsingør',
  'Odense',
  'Hele landet',
  'Kvinder',
  'Mænd',
  'I alt',
  '18–29 år',
  '2023',
  '2024*',
  'Budget 2027',
  'forår 2025',
  '217',
  '84',
  '..',
  '-',
  'x',
  '71,5',
  '71,5 %',
  '1.234',
  '0,71',
  '-3',
  'Kilde: Danmarks Statistik',
  'Første\nlinje',
  'a;b,c\td"',
  '#N/A',
  '=1+1',
]
const cell: fc.Arbitrary<Typed> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 3000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 999 }).map((number) => ({ percent: number / 10 })) },
  { weight: 1, arbitrary: fc.integer({ min: 1900, max: 2100 }) },
)
/** A table as tables are: headings over columns of one kind each; or cells of every kind anywhere. */
const table: fc.Arbitrary<Typed[][]> = fc.oneof(
  fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 12 }),
  fc
    .tuple(
      fc.subarray(['Område', 'År', 'Køn', 'Andel', 'Antal', 'Note'], { minLength: 2 }),
      fc.array(fc.array(cell, { minLength: 6, maxLength: 7 }), { minLength: 1, maxLength: 10 }),
    )
    .map(([headings, rows]) => [['Titel'], [], headings, ...rows]),
  fc
    .array(fc.tuple(fc.constantFrom('Helsingør', 'Odense', null), fc.integer({ min: 2019, max: 2026 }), cell), {
      minLength: 1,
    })
    .map((rows) => [['Område', 'År', 'Andel'], ...rows]),
)

/** Programs write every line as wide as the widest; without a second column nothing tells what separates columns. */
function rectangular(rows: readonly (readonly Typed[])[]): Typed[][] {
  const width = Math.max(2, ...rows.map((row) => row.length))
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null))
}

const isFilled = (one: Typed): boolean => one !== null && one !== ''
const filledIn = ({ rows }: TypedSheet): number => rows.flat().filter(isFilled).length

test('every cell that holds something is read, refused or named, whatever the file', async () => {
  const containers: readonly Container[] = ['csv', 'tsv-utf16', 'xlsx', 'ods', 'html', 'xml2003']
  const topics: readonly Topic[] = ['share', 'count', 'schoolYear', 'election']
  let read = 0
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(...containers),
      fc.constantFrom(...topics),
      async (rows, container, topic) => {
        const sheet: TypedSheet = { rows: rectangular(rows) }
        fc.pre(filledIn(sheet) > 0)
        const understood = await understand(await writeSheets([sheet], container), {
          ...contexts[topic],
          today: '2026-11-30',
        }).catch((error: unknown) => {
          // A file that is refused whole says why.
          if (error instanceof UnreadableFileError) return null
          throw error
        })
        if (understood === null) return
        const { fates, faults, refusals, skipped } = understood
        // What is wrong with a table as a whole is said, and then nothing of it is read.
        if (faults.length > 0) return
        read += 1
        expect(fates.filled).toBe(filledIn(sheet))
        expect(fates.read + fates.refused + fates.skipped).toBe(fates.filled)
        for (const { first, todo } of refusals) expect([first.length > 0, todo.en !== '']).toEqual([true, true])
        for (const { what, cells } of skipped) expect([what.da !== '', cells > 0]).toEqual([true, true])
      },
    ),
    { numRuns: 150 },
  )
  expect(read).toBeGreaterThan(30)
})
