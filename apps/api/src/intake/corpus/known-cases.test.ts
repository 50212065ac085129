import { describe, expect, it } from 'vitest'
import { withAnswer } from '@pejling/domain/intake/answers'
import type { LabelContext } from '@pejling/domain/intake/labels'
import { contexts } from './material.fixture.ts'
import { understand } from './understand.fixture.ts'
import { writeSheets, type TypedSheet } from './write-sheets.fixture.ts'

/* Small files that were once understood wrongly without a word, each with what is right. */

const today = '2026-11-30'
const share: LabelContext = { ...contexts.share, today }
const count: LabelContext = { ...contexts.count, today }
const unlimited: LabelContext = { ...contexts.unlimited, today }
const wave: LabelContext = { ...contexts.wave, today }

async function read(file: string | Uint8Array, context: LabelContext, answers: Readonly<Record<string, string>> = {}) {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  const found = await understand(bytes, context, (mapping) =>
    Object.entries(answers).reduce((one, [id, value]) => withAnswer(one, id, value) ?? one, mapping),
  )
  return {
    figures: found.figures.map(
      ({ series, period, fields }) => `${series} ${period} ${fields.value}${fields.status ?? ''}`,
    ),
    asked: found.questions.map(({ id }) => id),
    refused: found.refusals.map(({ code, count: times }) => `${code} ${times}`),
    skipped: found.skipped.map(({ what }) => what.da),
    isTaken: found.isTaken,
  }
}

const ansi = (text: string): Uint8Array => Buffer.from(Array.from(text, (letter) => letter.codePointAt(0) ?? 0))
const xlsx = (...sheets: readonly TypedSheet[]): Promise<Uint8Array> => writeSheets(sheets, 'xlsx')
const home = { area: '217' }
const sheet = (name: string, value: number): TypedSheet => ({
  name,
  rows: [
    ['Område', 'Andel', 'År'],
    ['Helsingør', value, name],
  ],
})

describe('a place', () => {
  it('is never taken for granted: not from a title, and not from an earlier file', async () => {
    for (const text of [
      'År;Andel\n2023;40,1\n2024;41,5\n',
      'Foreningsaktive, Odense Kommune\n\nÅr;Andel\n2023;7,1\n2024;7,5\n',
    ]) {
      expect(await read(text, share)).toMatchObject({ figures: [], asked: ['area'], refused: ['no-area 2'] })
    }
  })

  it('that is another one is passed over by name, in a column and in a heading', async () => {
    const column = await read('Kommunens navn;År;Andel\nOdense;2023;70,1\nOdense;2024;71,5\n', share)
    expect(column).toMatchObject({ figures: [], isTaken: false, skipped: ['andre områder: Odense'] })
    const heading = await read('År;Odense\n2023;5,1\n2024;5,2\n', share)
    expect(heading).toMatchObject({ figures: [], isTaken: false, skipped: ['kolonner om andre områder: Odense'] })
  })

  it('among a thousand others does not hide what is wrong with its own figures', async () => {
    const others = Array.from({ length: 1368 }, (_, at) => `By${at};2024;${at % 90},5`)
    const file = ['Kommune;År;Andel', ...others, 'Helsingør;2024;7,1', 'Helsingør;2024;100'].join('\n')
    const found = await read(file, share)
    expect([found.refused, found.isTaken]).toEqual([['two-figures 1'], false])
    expect(found.skipped).toEqual([expect.stringMatching(/^andre områder: By0, .* og 1360 til$/)])
  })

  it('is known by a code that has lost its zeros', async () => {
    const found = await read('kommunekode;år;andel\n84;2024;70,1\n0;2024;69\n217;2024;71\n', share)
    expect(found.figures).toEqual(['084 2024 70.1', '000 2024 69', '217 2024 71'])
  })
})

describe('a total', () => {
  it.each([
    ['an empty cell in an earlier year', 'År;Køn;Andel\n2025;Kvinder;9,5\n2025;Mænd;8,5\n2018;;7,0\n', '217 2018 7'],
    ['empty cells below groups', 'År;Køn;Andel\n2025;Kvinder;26\n2025;Mænd;24\n2024;;49\n2023;;48\n', '217 2024 49'],
  ])('that may be %s is asked', async (_, text, total) => {
    expect((await read(text, share, home)).asked).toEqual(['blank:1'])
    expect((await read(text, share, { ...home, 'blank:1': 'total' })).figures).toContain(total)
  })

  it('is kept where it is what its groups are', async () => {
    const found = await read('År;Køn;Andel\n2024;Kvinder;9,5\n2024;Mænd;9,5\n2024;;9,5\n', share, home)
    expect(found.figures).toEqual(['217;koen=kvinder 2024 9.5', '217;koen=maend 2024 9.5', '217 2024 9.5'])
  })

  it('stands in a column or a row of a pivot table', async () => {
    const column = await read('År;Kvinder;Mænd;I alt\n2023;250;230;480\n', count, home)
    expect(column.figures).toEqual(['217;koen=kvinder 2023 250', '217;koen=maend 2023 230', '217 2023 480'])
    const pivot = await read(
      'Rækkemærkater;2023;2024;Hovedtotal\nKvinder;250;255;505\nMænd;230;235;465\nHovedtotal;480;490;970\n',
      count,
      home,
    )
    expect(pivot.figures).toContain('217 2024 490')
    expect(pivot.figures).toHaveLength(6)
  })

  it('of women is of women', async () => {
    const found = await read('År;Køn;Antal\n2023;Kvinder i alt;250\n', count, home)
    expect(found.figures).toEqual(['217;koen=kvinder 2023 250'])
  })
})

describe('a number', () => {
  it('of inhabitants is no year', async () => {
    const found = await read('Skole;Indbyggere;Andel\nNordskolen;4812;61,5\nSydskolen;5120;60,2\n', share, home)
    expect([found.figures, found.isTaken]).toEqual([[], false])
  })

  it('with a comma between commas is refused with the whole row', async () => {
    const found = await read('Kommune,År,Andel\nHelsingør,2023,70,1\nHelsingør,2024,71,5\n', share)
    expect(found).toMatchObject({ figures: [], refused: ['overflow 2'] })
  })

  it('that only looks like a percentage is what it is', async () => {
    const bytes = await xlsx({
      rows: [
        ['År', 'Andel'],
        ['2023', { number: 70.1, format: '0.0" %"', shown: '70,1 %' }],
        ['2024', { number: 71.5, format: String.raw`0.0\%`, shown: '71,5%' }],
      ],
    })
    expect((await read(bytes, unlimited, home)).figures).toEqual(['217 2023 70.1', '217 2024 71.5'])
  })
})

describe('a file', () => {
  it('in the encoding of an older program keeps its letters', async () => {
    const text = 'area;period;value;footnote_da;footnote_en\n217;2024;7,5;Foreløbige tal før høring;Provisional\n'
    const { figures } = await understand(ansi(text), share)
    expect(figures[0]?.fields.footnote?.da).toBe('Foreløbige tal før høring')
  })

  it('with several sheets names those that are not read', async () => {
    const found = await read(await xlsx(sheet('2024', 7.1), sheet('2025', 7.4)), share)
    expect(found).toMatchObject({ figures: ['217 2024 7.1'], skipped: ['arket “2025”'] })
    const covered = await read(
      await xlsx(
        { name: 'Forside', rows: [['Rapport 2025'], ['Udtræk fra fagsystem']] },
        {
          name: 'Data',
          rows: [
            ['År', 'Andel'],
            ['2024', 7.1],
          ],
        },
      ),
      share,
      home,
    )
    expect(covered).toMatchObject({ figures: ['217 2024 7.1'], skipped: ['arket “Forside”'] })
  })

  it('of HTML, or PX, is read like any other', async () => {
    const html =
      '<html><body><table><tr><td>År</td><td>Andel</td></tr><tr><td>2024</td><td>71,5</td></tr></table></body></html>'
    expect((await read(html, share, home)).figures).toEqual(['217 2024 71.5'])
    const px =
      'CHARSET="ANSI";\nAXIS-VERSION="2000";\nMATRIX="FOLK";\nTITLE="Folketal";\nHEADING="tid";\nSTUB="kommune";\nVALUES("kommune")="Helsingør";\nVALUES("tid")="2023","2024";\nDATA=\n62000 63000;\n'
    expect((await read(ansi(px), count)).figures).toEqual(['217 2023 62000', '217 2024 63000'])
  })

  it('with a line break in a cell, and a column of remarks, keeps its rows', async () => {
    const found = await read('År;Andel;Bemærkning\n2023;7,1;"Første\nlinje"\n2024;7,5;\n', share, home)
    expect(found).toMatchObject({ figures: ['217 2023 7.1', '217 2024 7.5'], skipped: ['kolonnen Bemærkning (C)'] })
  })

  it('of five unknown breakdowns is asked about, and stored nowhere', async () => {
    const rows = Array.from({ length: 25 }, (_, at) => `217,2024,${`k${at + 1},`.repeat(5)}${at + 1}`)
    const found = await read(['area,period,d1,d2,d3,d4,d5,value', ...rows].join('\n'), share)
    expect([found.figures, found.isTaken, found.asked.length]).toEqual([[], false, 5])
  })
})

describe('periods', () => {
  it('of waves are read as spreadsheets and people write them, and others are refused by name', async () => {
    const text = 'Måling;Andel\n2025-02-01;5,1\nmar-25;5,2\nokt. 2024;5,3\n2025;5,4\nforår 2025;5,5\nfebruar 2023;5,6\n'
    const found = await read(text, wave, home)
    expect(found.figures.map((figure) => figure.split(' ')[1])).toEqual([
      '2025-02',
      '2025-03',
      '2024-10',
      '2025',
      '2023-02',
    ])
    expect(found.refused).toEqual(['unread-period 1'])
  })

  it('of years are read as spreadsheets and people write them', async () => {
    const text =
      'År;Andel\n2022*;7,1\n2021-01-01;7,2\nult. 2020;7,3\n2019/2020;7,4\n31.12.2018;7,5\n2017 ;7,6\n"2.016";7,7\n'
    const found = await read(text, share, home)
    expect(found.figures).toEqual(['217 2022 7.1P', '217 2021 7.2', '217 2020 7.3', '217 2018 7.5', '217 2017 7.6'])
    expect(found.refused).toEqual(['unread-period 2'])
  })
})
