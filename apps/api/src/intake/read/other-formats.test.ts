import { expect, test } from 'vitest'
import { cellsOf, readAll, refusalOf } from './read.fixture.ts'

const px = (more: string, data: string): Buffer =>
  Buffer.from(
    `CHARSET="ANSI";\nTITLE="Folketal efter kommune"\n" og tid";\nUNITS="personer";\nSOURCE="Danmarks Statistik";\nSTUB="kommune";\nHEADING="tid";\nVALUES("kommune")="Helsingør","Allerød; by";\nVALUES("tid")="2023","2024";\nTIMEVAL("tid")=TLIST(A1),"2023","2024";\n${more}DATA=\n${data};\n`,
    'latin1',
  )

test('a PX file is a table of its figures, with what it says of itself and the marks for what is missing', async () => {
  const { look, sheets } = await readAll(
    px(
      'CODES("kommune")="217","201";\nVALUES[en]("municipality")="Elsinore","Allerod";\nNOTE="Første#linje";\n',
      '62000 ".."\n1 2.5',
    ),
  )
  expect(look.format).toBe('px')
  expect(look.sheets[0]).toMatchObject({
    about: {
      title: 'Folketal efter kommune og tid',
      unit: 'personer',
      source: 'Danmarks Statistik',
      notes: ['Første\nlinje'],
    },
  })
  expect(look.sheets[0]?.columns.map(({ holds }) => holds)).toEqual(['area', 'period', 'figures'])
  const place = { text: 'Helsingør', code: '217' }
  const other = { text: 'Allerød; by', code: '201' }
  expect(Object.values(sheets)[0]).toEqual([
    { row: 1, cells: ['kommune', 'tid', 'Værdi'] },
    { row: 2, cells: [place, '2023', 62000] },
    { row: 3, cells: [place, '2024', '..'] },
    { row: 4, cells: [other, '2023', 1] },
    { row: 5, cells: [other, '2024', 2.5] },
  ])
})

test.each([
  ['too few figures', '1 2 3', /3 tal, men 4 felter \(kommune 2 × tid 2\)/],
  ['too many figures', '1 2 3 4 5', /5 figures but 4 cells/],
])('a PX file of %s is refused with what is wrong', async (_, data, why) => {
  expect(await refusalOf(px('', data))).toMatch(why)
})

const year = (isFirst: boolean) => ({ merged: 'År', range: 'A1:A2', isFirst })
const group = (isFirst: boolean) => ({ merged: 'Køn & alder', range: 'B1:C1', isFirst })

test('a page under the name .xls is read as Excel shows it: joined cells, line breaks, entities, left-out end tags', async () => {
  const { look, sheets } = await readAll(
    '<html><head><style>td{a:b}</style></head><body><h1>Titel</h1><table><tr><td rowspan=2>År<th colspan=2>K&oslash;n &amp; alder<tr><td>Kvinder<td>M&#230;nd<br>i alt<tr><td>2024<td>71,5<td>70</table><p>Kilde</p><table><tr><td>to</td></tr></table></body></html>',
  )
  expect(look.format).toBe('html')
  expect(look.sheets.map(({ name, about }) => [name, about.title, about.notes])).toEqual([
    ['Tabel 1', 'Titel', ['Kilde']],
    ['Tabel 2', 'Titel', ['Kilde']],
  ])
  expect(sheets['Tabel 1']?.map(({ cells }) => cells)).toEqual([
    [year(true), group(true), group(false)],
    [year(false), 'Kvinder', 'Mænd\ni alt'],
    ['2024', '71,5', '70'],
  ])
})

test('rows of SDMX-CSV that are to be deleted are refused, and what a column holds is known by its concept', async () => {
  const { look, sheets } = await readAll(
    'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA: Area,TIME_PERIOD,OBS_VALUE\ndataflow,A:B(1.0),I,217: Helsingør,2023,1.234\ndataflow,A:B(1.0),D,217: Helsingør,2024,7\ndataflow,A:B(1.0),X,217: Helsingør,2025,7\n',
  )
  expect(look.format).toBe('sdmx-csv')
  expect(look.sheets[0]?.columns.map(({ holds }) => holds)).toEqual([
    'dimension',
    'dimension',
    'action',
    'area',
    'period',
    'figures',
  ])
  const rows = Object.values(sheets)[0] ?? []
  expect(rows.map(({ row, refused }) => [row, refused?.en])).toEqual([
    [1, undefined],
    [2, undefined],
    [3, expect.stringContaining('to be deleted')],
    [4, expect.stringContaining('ACTION “X”')],
  ])
  expect(rows[1]?.cells).toEqual(['dataflow', 'A:B(1.0)', 'I', { text: 'Helsingør', code: '217' }, '2023', 1.234])
})

test('JSON that is no JSON-stat is refused, and so is a collection that only refers to other tables', async () => {
  expect(await refusalOf('{"a": 1}')).toMatch(/ikke JSON-stat.*not JSON-stat/)
  expect(await refusalOf('{"a": ')).toMatch(/ikke JSON-stat/)
  expect(await refusalOf('{"class":"collection","link":{"item":[{"class":"dataset","href":"x"}]}}')).toMatch(
    /andre steder/,
  )
})

test('statuses of JSON-stat stand beside their figures, and in place of those that are missing', async () => {
  const text = JSON.stringify({
    version: '2.0',
    class: 'dataset',
    id: ['Tid'],
    size: [3],
    role: { time: ['Tid'] },
    dimension: { Tid: { label: 'tid', category: { index: ['2022', '2023', '2024'] } } },
    value: [1.5, null, 3],
    status: { 1: '..', 2: 'p' },
  })
  expect(await cellsOf(text)).toEqual([
    ['tid', 'Værdi', 'Status'],
    ['2022', 1.5, null],
    ['2023', '..', null],
    ['2024', 3, 'p'],
  ])
})
