import { createHash } from 'node:crypto'
import JSZip from 'jszip'
import { writeXlsx, type WriteSheet } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { writeSheets } from '../corpus/write-sheets.fixture.ts'
import { cellsOf, readAll, refusalOf } from './read.fixture.ts'

const xlsx = (sheet: Omit<WriteSheet, 'name'>, ...others: WriteSheet[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Tal', ...sheet }, ...others] })

/** An OpenDocument workbook with this content between its styles and its end. */
async function ods(tables: string, styles = ''): Promise<Uint8Array> {
  const zip = new JSZip()
  zip.file('mimetype', 'application/vnd.oasis.opendocument.spreadsheet', { compression: 'STORE' })
  zip.file(
    'content.xml',
    `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:number="n"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  )
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

test('each cell of a merged range names the range, and only the first holds anything of its own', async () => {
  const bytes = await xlsx({
    rows: [
      [null, 'Kvinder', null],
      ['År', 2023, 2024],
      ['a', 9.5, 8],
      ['b', null, 7],
    ],
    merges: [
      { startRow: 0, startCol: 1, endRow: 0, endCol: 2 },
      { startRow: 2, startCol: 1, endRow: 3, endCol: 1 },
    ],
  })
  const { look, sheets } = await readAll(bytes)
  expect(sheets['Tal']?.map(({ cells }) => cells)).toEqual([
    [null, { merged: 'Kvinder', range: 'B1:C1', isFirst: true }, { merged: 'Kvinder', range: 'B1:C1', isFirst: false }],
    ['År', 2023, 2024],
    ['a', { merged: 9.5, range: 'B3:B4', isFirst: true }, 8],
    ['b', { merged: 9.5, range: 'B3:B4', isFirst: false }, 7],
  ])
  expect(look.sheets[0]?.counts).toMatchObject({ rows: 4, cells: 9, numbers: 5 })
})

test('hidden rows, columns and sheets are told of; errors and formulas nobody has calculated stand as texts', async () => {
  const bytes = await xlsx(
    {
      rows: [
        ['År', 'Andel'],
        [2023, 1],
        [2024, null],
      ],
      cells: new Map([['2,1', { formula: 'B2*2' }]]),
      rowDefs: new Map([[1, { hidden: true }]]),
      columns: [{}, { hidden: true }],
    },
    { name: 'Lager', rows: [['#N/A']], hidden: true },
  )
  const { look, sheets } = await readAll(bytes)
  expect(look.sheets.map(({ name, isHidden, hiddenColumns }) => [name, isHidden, hiddenColumns])).toEqual([
    ['Tal', false, [1]],
    ['Lager', true, []],
  ])
  expect(sheets['Tal']).toEqual([
    { row: 1, cells: ['År', 'Andel'] },
    { row: 2, cells: [2023, 1], isHidden: true },
    { row: 3, cells: [2024, '=B2*2'] },
  ])
})

test('the figures are on the second sheet, and a look at the file counts what each holds', async () => {
  const { look } = await readAll(
    await xlsx(
      { rows: [['Rapport'], ['Udtræk']] },
      {
        name: 'Data',
        rows: [
          ['År', 'Andel'],
          [2024, 7.1],
        ],
      },
    ),
  )
  expect(look.sheets.map(({ name, counts, tables }) => [name, counts.cells, counts.numbers, tables.length])).toEqual([
    ['Tal', 2, 0, 0],
    ['Data', 4, 2, 1],
  ])
})

const cell = (text: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`
const number = (value: number, shown: string, more = ''): string =>
  `<table:table-cell office:value-type="float" office:value="${value}"${more}><text:p>${shown}</text:p></table:table-cell>`

test('rows of an OpenDocument workbook keep their numbers, also in groups, headings and behind a filter', async () => {
  const bytes = await ods(
    `<table:table table:name="A"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>
      <table:table-header-rows><table:table-row>${cell('År')}${cell('Andel<text:line-break/>i pct.')}</table:table-row></table:table-header-rows>
      <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1000"/></table:table-row>
      <table:table-row-group><table:table-row table:visibility="filter">${number(2023, '2023')}${number(71.5, '71,5 %')}${number(1, '1')}</table:table-row></table:table-row-group>
      <table:table-row>${number(2024, '2024')}${number(0.715, '71,5 %', ' table:style-name="ce1"')}<table:table-cell table:formula="of:=[.A1]"/></table:table-row>
      <table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000"/></table:table-row></table:table>
     <table:table table:name="B" table:style-name="ta2"><table:table-row>${cell('a')}</table:table-row></table:table>`,
    `<number:percentage-style style:name="N1"/><style:style style:name="ce1" style:data-style-name="N1"/>
     <style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>`,
  )
  const { look, sheets } = await readAll(bytes)
  expect(sheets['A']).toEqual([
    { row: 1, cells: ['År', 'Andel\ni pct.'] },
    { row: 4, cells: [2023, { number: 71.5, unit: '%' }, 1], isHidden: true },
    { row: 5, cells: [2024, { percent: 71.5 }, 'of:=[.A1]'] },
  ])
  expect(look.sheets.map(({ name, isHidden, hiddenColumns }) => [name, isHidden, hiddenColumns])).toEqual([
    ['A', false, [2]],
    ['B', true, []],
  ])
})

/** Rows that make a workbook too large to be read whole: no two texts are alike, and none can be packed. */
const manyRows = (): (string | number)[][] =>
  Array.from({ length: 5000 }, (_, at) => [
    [1, 2, 3, 4].map((part) => createHash('sha512').update(`${at} ${part}`).digest('base64')).join(''),
    at,
  ])

test('a large workbook is read row by row, and still says what is hidden and merged', async () => {
  const bytes = await xlsx({
    rows: manyRows(),
    rowDefs: new Map([[7, { hidden: true }]]),
    merges: [{ startRow: 2, startCol: 1, endRow: 3, endCol: 1 }],
  })
  const { look, sheets } = await readAll(bytes)
  const rows = sheets['Tal'] ?? []
  expect([look.large, rows.length, look.sheets[0]?.counts.hiddenRows]).toEqual([true, 5000, 1])
  expect(rows.filter(({ isHidden }) => isHidden === true).map(({ row }) => row)).toEqual([8])
  expect(rows[3]?.cells[1]).toEqual({ merged: 2, range: 'B3:B4', isFirst: false })
})

test('a large workbook with percentages is refused rather than read a hundred times too small', async () => {
  const rows = manyRows()
  const bytes = await xlsx({ rows, cells: new Map([['4,1', { value: 1.05, style: { numFmt: '0.0%' } }]]) })
  expect(await refusalOf(bytes)).toMatch(
    /procentformatet i B5.*percent format of B5 cannot be read\. Save the sheet as CSV/,
  )
})

test('a workbook that repeats a row a million times is read as far as it may be, or refused with what to do', async () => {
  const wide = `<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000" office:value-type="float" office:value="1"/></table:table-row>`
  expect(await refusalOf(await ods(`<table:table>${wide}</table:table>`))).toMatch(/millioner felter.*million cells/)
})

test('Excel 2003 XML is read with its places, merged cells, percentages and dates', async () => {
  const bytes = await writeSheets(
    [
      {
        name: 'Ark & mere',
        rows: [
          ['Titel', null],
          [null, 'Andel'],
          [{ date: '2024-01-01', format: 'yyyy', shown: '2024' }, { percent: 71.5 }],
          ['x', { number: 70, format: '0" pct."', shown: '70 pct.' }],
        ],
        merges: [[0, 0, 0, 1]],
        hiddenRows: [3],
      },
    ],
    'xml2003',
  )
  const { look, sheets } = await readAll(bytes)
  expect(look.format).toBe('spreadsheetml')
  expect(sheets['Ark & mere']).toEqual([
    {
      row: 1,
      cells: [
        { merged: 'Titel', range: 'A1:B1', isFirst: true },
        { merged: 'Titel', range: 'A1:B1', isFirst: false },
      ],
    },
    { row: 2, cells: [null, 'Andel'] },
    { row: 3, cells: [{ date: '2024-01-01', shows: 'year' }, { percent: 71.5 }] },
    { row: 4, cells: ['x', { number: 70, unit: 'pct.' }], isHidden: true },
  ])
})

test('a workbook of a library’s own words is never shown: a broken one says what it is and what to do', async () => {
  const zip = await new JSZip()
    .file('[Content_Types].xml', '<x/>')
    .file('xl/workbook.xml', '<x>')
    .generateAsync({ type: 'uint8array' })
  expect(await refusalOf(zip)).toBe(
    'Regnearket er gået i stykker og kan ikke læses. Åbn det i Excel eller LibreOffice, og gem det igen som .xlsx. | The workbook is damaged and cannot be read. Open it in Excel or LibreOffice and save it again as .xlsx.',
  )
})

test('cells that look like tables of other kinds are what they are', async () => {
  expect(await cellsOf('BM;2023\nA;1\n')).toEqual([
    ['BM', '2023'],
    ['A', '1'],
  ])
  expect(await cellsOf('sep=|\r\nÅr|Andel\r\n2023|7,1\r\n')).toEqual([
    ['År', 'Andel'],
    ['2023', '7,1'],
  ])
})
