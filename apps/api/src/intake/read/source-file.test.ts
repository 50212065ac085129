import { sourceText, type Delimiter, type Encoding, type SourceRow } from '@pejling/domain/intake/source-table'
import * as fc from 'fast-check'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { SourceFile } from './source-bytes.ts'
import { inspectFile, readRows } from './source-file.ts'
import { UnreadableFileError } from './unreadable.ts'

/** A file that comes in pieces of a few bytes, so that letters and line ends fall between two. */
const fileOf = (bytes: Uint8Array, piece = 7): SourceFile => ({
  size: bytes.length,
  *pieces() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
  },
})

const windows1252 = (text: string): Uint8Array => Buffer.from(Array.from(text, (letter) => letter.codePointAt(0) ?? 0))

const encoders: readonly (readonly [kind: string, encoding: Encoding, encode: (text: string) => Uint8Array])[] = [
  ['UTF-8', 'utf-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark', 'utf-8', (text) => Buffer.from(`\uFEFF${text}`)],
  ['Windows-1252', 'windows-1252', windows1252],
  ['UTF-16', 'utf-16le', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 without a mark', 'utf-16le', (text) => Buffer.from(text, 'utf16le')],
  ['UTF-16 reversed', 'utf-16be', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
]

async function allRows(file: SourceFile, sheet = ''): Promise<SourceRow[]> {
  const look = await inspectFile(file)
  const rows: SourceRow[] = []
  for await (const row of readRows(file, { dialect: look.dialect, sheet }, () => undefined)) rows.push(row)
  return rows
}

const textsOf = (rows: readonly SourceRow[]): string[][] => rows.map(({ cells }) => cells.map(sourceText))

describe('text files', () => {
  it.each(
    encoders.flatMap(([kind, encoding, encode]) =>
      ([';', ',', '\t'] as const).map((mark) => ({ kind, encoding, encode, mark })),
    ),
  )('are read in $kind with "$mark"', async ({ encoding, encode, mark }) => {
    const table = [
      ['Område', 'År', 'Værdi'],
      ['Helsingør', '2023', `a${mark}b "c"`],
      ['Sønderborg', '2024', '12'],
    ]
    const text = table
      .map((cells) => cells.map((cell) => (/["]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(mark))
      .join('\r\n')
    const file = fileOf(encode(text))
    const { dialect } = await inspectFile(file)
    expect(dialect).toEqual({ encoding, delimiter: mark })
    expect(textsOf(await allRows(file))).toEqual(table)
  })

  it('counts rows as they stand in the file', async () => {
    const rows = await allRows(fileOf(Buffer.from('Titel\n\nÅr;Note;Tal\n2023;"to\nlinjer";5\n2024;;6\n')))
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4, 6])
  })

  it('does not take decimal commas for commas between columns', async () => {
    const { dialect } = await inspectFile(fileOf(Buffer.from('År;Tal\n2023;1,5\n2024;2,5\n')))
    expect(dialect?.delimiter).toBe(';')
  })

  it('says where a quotation mark is not closed', async () => {
    await expect(allRows(fileOf(Buffer.from('År;Tal\n2023;1\n2024;"2\n2025;3\n')))).rejects.toThrow(
      /Line 3: a quotation mark/,
    )
  })

  it('says that the file is not in the encoding somebody has chosen', async () => {
    const file = fileOf(windows1252('År;Område\n2023;Helsingør\n'))
    await expect(inspectFile(file, { encoding: 'utf-8' })).rejects.toThrow(/not in utf-8 around byte/)
  })

  it.each([
    ['an empty file', Buffer.from('')],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 0, 0, 1, 0])],
    ['an archive of something else', Buffer.from('PK\u0003\u0004 something else altogether')],
  ])('refuses %s, and says what to do', async (_, bytes) => {
    await expect(inspectFile(fileOf(bytes))).rejects.toBeInstanceOf(UnreadableFileError)
  })

  it('refuses a table wider than any', async () => {
    await expect(inspectFile(fileOf(Buffer.from(`${'1;'.repeat(600)}\n`), 1000))).rejects.toThrow(/601 columns/)
  })

  it('never fails but with a reason, whatever the bytes', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 100 }).map((rest) => Buffer.concat([Buffer.from('PK\u0003\u0004'), rest])),
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
      fc
        .array(fc.constantFrom('"', ';', ',', '\n', '\r', '\t', '|', 'a', '1,5', 'æ'), { maxLength: 60 })
        .map((parts) => Buffer.from(parts.join(''))),
    )
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const file = fileOf(Buffer.from(content))
        const ended = await allRows(file).then(
          () => 'read',
          (error: unknown) => (error instanceof UnreadableFileError ? 'refused' : error),
        )
        expect(['read', 'refused']).toContain(ended)
      }),
      { numRuns: 60 },
    )
  })

  it('reads back every table that can be written', async () => {
    const cell = fc.stringMatching(/^[a-zæøå0-9 ,.;"\n%-]{0,12}$/)
    const tables = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      )
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom<Delimiter[]>(';', ',', '\t'), async (table, delimiter) => {
        const text = table
          .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter))
          .join('\r\n')
        const file = fileOf(Buffer.from(text))
        const { dialect } = await inspectFile(file, { delimiter })
        const rows: SourceRow[] = []
        for await (const row of readRows(file, { dialect, sheet: '' }, () => undefined)) rows.push(row)
        expect(rows.map(({ cells }) => cells)).toEqual(table)
      }),
    )
  })
})

describe.each([
  ['xlsx', writeXlsx],
  ['ods', writeOds],
] as const)('workbooks (%s)', (format, writeBook) => {
  it('are read sheet by sheet, with numbers, percentages and days', async () => {
    const bytes = await writeBook({
      sheets: [
        { name: 'Om', rows: [['Læs mig']] },
        {
          name: 'Tal',
          rows: [['Titel'], [], ['År', 'Andel', 'Dag'], [2023, 0.715, new Date('2025-11-18')], [2024, 12.5, null]],
          cells: new Map([['3,1', { value: 0.715, style: { numFmt: '0.0%' } }]]),
        },
      ],
    })
    const file = fileOf(bytes, 1000)
    const look = await inspectFile(file)
    expect([look.format, look.dialect, look.sheets.map(({ name }) => name)]).toEqual([format, null, ['Om', 'Tal']])
    const rows: SourceRow[] = []
    for await (const row of readRows(file, { dialect: null, sheet: 'Tal' }, () => undefined)) rows.push(row)
    expect(rows.find(({ row }) => row === 4)?.cells).toEqual([
      2023,
      { percent: 71.5 },
      { date: '2025-11-18', shows: 'day' },
    ])
    expect(rows.find(({ row }) => row === 5)?.cells.slice(0, 2)).toEqual([2024, 12.5])
  })
})
