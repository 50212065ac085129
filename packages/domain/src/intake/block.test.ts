import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOfHtml, cellsOfText, readBlock, type BlockTarget, type Clipboard } from './block.ts'
import { fileContext } from './file.fixture.ts'
import { labelReader } from './labels.ts'

const context = fileContext()
const target: BlockTarget = {
  rules: context.indicator,
  labels: labelReader(context),
  periods: ['2025', '2024', '2023'],
  columns: [['Helsingør'], ['Kvinder'], ['Mænd']],
  at: { row: 0, column: 0 },
  locale: 'da',
}

function pasted(clipboard: Clipboard, into: BlockTarget = target) {
  const { cells, unplaced } = readBlock(clipboard, into)
  return {
    cells: cells.map(({ row, column, read }) => [
      target.periods[row],
      target.columns[column]?.[0],
      'figure' in read ? read.figure?.value : read.problem.da,
    ]),
    unplaced: unplaced.map(({ count }) => count),
  }
}

/** A cell as a spreadsheet copies it. */
const written = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

describe('what is pasted from a spreadsheet', () => {
  it('keeps a cell with a line break in one piece, so that nothing below it moves', () => {
    expect(pasted({ text: '71,5\n"70,1\n(foreløbig)"\n69,0' }).cells).toMatchObject([
      ['2025', 'Helsingør', 71.5],
      ['2024', 'Helsingør', 70.1],
      ['2023', 'Helsingør', 69],
    ])
  })

  it('is placed by its own periods, in whichever order they stand, down or across', () => {
    const figures = [
      ['2023', 'Helsingør', 37],
      ['2024', 'Helsingør', 39],
      ['2025', 'Helsingør', 41],
    ]
    expect(pasted({ text: '2023\t37\n2024\t39\n2025\t41' })).toEqual({ cells: figures, unplaced: [] })
    expect(pasted({ text: 'År\t2023\t2024\t2025\nHelsingør\t37\t39\t41' })).toEqual({ cells: figures, unplaced: [] })
  })

  it('is placed by its own headings', () => {
    expect(pasted({ text: 'År\tMænd\tKvinder\n2024\t1\t2' }).cells).toEqual([
      ['2024', 'Mænd', 1],
      ['2024', 'Kvinder', 2],
    ])
  })

  it('is placed by its periods under a heading nobody knows, which is said', () => {
    const headed = { text: 'År\tAntal\n2023\t37\n2025\t41' }
    expect(readBlock(headed, target).unread).toBe(1)
    expect(pasted(headed)).toEqual({
      cells: [
        ['2023', 'Helsingør', 37],
        ['2025', 'Helsingør', 41],
      ],
      unplaced: [],
    })
  })

  it('goes the way of the sheet where it has no periods of its own', () => {
    const figures = [
      ['2025', 'Helsingør', 41],
      ['2024', 'Helsingør', 39],
    ]
    const across = { ...target, isTurned: true }
    expect(pasted({ text: '41\t39' }, across).cells).toEqual(figures)
    expect(pasted({ text: '2024\t2025\n39\t41' }, across).cells).toEqual(figures.toReversed())
    expect(pasted({ text: 'År\tAntal\n2024\t39\n2025\t41' }, across).cells).toEqual(figures.toReversed())
  })

  it('names the periods the sheet has no row for, so that they can be added', () => {
    expect(readBlock({ text: '2019\t37\n2024\t39' }, target).missing).toEqual(['2019'])
  })

  it('says how much of it had no place', () => {
    expect(pasted({ text: Array.from({ length: 40 }, (_, at) => String(at)).join('\n') }).unplaced).toEqual([37])
    expect(pasted({ text: '2019\t37\n2024\t39' }).unplaced).toEqual([1])
  })

  it('is read by the rules of a typed cell', () => {
    expect(pasted({ text: '-' }).cells).toMatchObject([
      ['2025', 'Helsingør', expect.stringContaining('kan betyde nul')],
    ])
  })

  it('is taken from its HTML where it has no text', () => {
    const html = '<table><tr><td rowspan="2">7,1</td><td>a&amp;b</td></tr><tr><td>x<br>y</td></tr></table>'
    expect(cellsOfHtml(html)).toEqual([
      ['7,1', 'a&b'],
      ['', 'x\ny'],
    ])
    expect(pasted({ text: '', html: '<table><tr><td>7,1</td></tr></table>' }).cells).toEqual([
      ['2025', 'Helsingør', 7.1],
    ])
  })

  it('has the cells that were copied, whatever stands in them', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '7', ','), maxLength: 6 })
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map((row) => row.map(written).join('\t')).join('\r\n')
        expect(cellsOfText(`${text}\r\n`)).toEqual(rows)
      }),
    )
  })

  it('keeps a lone quotation mark in a cell', () => {
    expect(cellsOfText('5" rør\t7')).toEqual([['5" rør', '7']])
  })
})
