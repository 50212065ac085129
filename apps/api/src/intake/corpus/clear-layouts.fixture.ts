import { ages, sexes, years, type Layout, type Truth } from './layout.fixture.ts'
import type { Container, Typed, TypedSheet } from './write-sheets.fixture.ts'

/*
 * Layouts that say all there is to know: place, period, groups, unit. They are those of statistical offices, municipalities and the
 * systems they use; the figures are made up.
 */

const all: readonly Container[] = ['csv', 'csv-ansi', 'csv-en', 'xlsx', 'ods', 'html', 'xml2003']
const some: readonly Container[] = ['csv', 'csv-bom', 'tsv-utf16', 'xlsx', 'ods']
const few: readonly Container[] = ['csv', 'xlsx', 'html']
const books: readonly Container[] = ['xlsx', 'ods', 'xml2003']

const home = '217'

function long(truth: Truth): TypedSheet {
  const rows: Typed[][] = [
    [truth.say('Område', 'Area'), truth.say('Køn', 'Sex'), truth.say('År', 'Year'), truth.measure],
  ]
  for (const koen of sexes) {
    for (const period of years)
      rows.push([truth.area(home), truth.sex(koen), period, truth.take({ area: home, koen, period })])
  }
  return { rows }
}

function places(truth: Truth): TypedSheet {
  const rows: Typed[][] = [['Kommune', 'År', truth.measure]]
  for (const area of ['000', '101', '210', home, '219']) {
    for (const period of years) rows.push([truth.area(area), period, truth.take({ area, period })])
  }
  return { rows }
}

function wide(truth: Truth): TypedSheet {
  const rows: Typed[][] = [['Område', 'Køn', ...years]]
  for (const koen of sexes) {
    rows.push([truth.area(home), truth.sex(koen), ...years.map((period) => truth.take({ area: home, koen, period }))])
  }
  return { rows }
}

function withTitle(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Foreningsaktive borgere i Helsingør Kommune efter køn'],
      ['Enhed: procent'],
      [],
      ['Køn', ...years],
      ...sexes.map((koen) => [truth.sex(koen), ...years.map((period) => truth.take({ area: home, koen, period }))]),
      [],
      ['Anm.: Opgjort ved udgangen af året.'],
      ['Kilde: Center for Kultur'],
    ],
  }
}

function groupsAcross(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Område', 'År', 'Kvinder', 'Mænd', 'I alt'],
      ...years.map((period) => [
        truth.area(home),
        period,
        truth.take({ area: home, koen: 'kvinder', period }),
        truth.take({ area: home, koen: 'maend', period }),
        truth.take({ area: home, period }),
      ]),
    ],
  }
}

function twoHeadings(truth: Truth): TypedSheet {
  return {
    rows: [
      [null, 'Kvinder', null, 'Mænd', null],
      ['Område', '2023', '2024', '2023', '2024'],
      [
        truth.area(home),
        ...(['kvinder', 'maend'] as const).flatMap((koen) => [
          truth.take({ area: home, koen, period: '2023' }),
          truth.take({ area: home, koen, period: '2024' }),
        ]),
      ],
      [
        truth.area('000'),
        ...(['kvinder', 'maend'] as const).flatMap((koen) => [
          truth.take({ area: '000', koen, period: '2023' }),
          truth.take({ area: '000', koen, period: '2024' }),
        ]),
      ],
    ],
    merges: [
      [0, 1, 0, 2],
      [0, 3, 0, 4],
    ],
  }
}

/** As StatBank prints it: a label stands once, above what it is of. */
function printedOnce(truth: Truth): TypedSheet {
  const rows: Typed[][] = [['Foreningsaktive efter område, køn og tid'], ['Enhed: Pct.'], [], [null, null, ...years]]
  for (const area of ['000', home]) {
    for (const [index, koen] of sexes.entries()) {
      const values = years.map((period) => truth.take({ area, koen, period }))
      rows.push([index === 0 ? truth.area(area) : null, truth.sex(koen), ...values])
    }
  }
  return { rows: [...rows, [], ['Kilde: Danmarks Statistik']] }
}

function mergedLabels(truth: Truth): TypedSheet {
  const rows: Typed[][] = [['Område', 'Køn', ...years]]
  for (const area of ['000', home]) {
    for (const [index, koen] of sexes.entries()) {
      const values = years.map((period) => truth.take({ area, koen, period }))
      rows.push([index === 0 ? truth.area(area) : null, truth.sex(koen), ...values])
    }
  }
  return {
    rows,
    merges: [
      [1, 0, 3, 0],
      [4, 0, 6, 0],
    ],
  }
}

function pivot(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Helsingør Kommune'],
      [],
      ['Rækkemærkater', ...years],
      ...(['kvinder', 'maend'] as const).map((koen) => [
        truth.sex(koen),
        ...years.map((period) => truth.take({ area: home, koen, period })),
      ]),
      ['Hovedtotal', ...years.map((period) => truth.take({ area: home, period }))],
    ],
  }
}

function twoBreakdowns(truth: Truth): TypedSheet {
  const rows: Typed[][] = [['Kommune', 'Køn', 'Alder', 'År', truth.measure]]
  for (const koen of sexes) {
    for (const alder of ages) {
      for (const period of ['2023', '2024']) {
        rows.push([
          truth.area(home),
          truth.sex(koen),
          truth.age(alder),
          period,
          truth.take({ area: home, koen, alder, period }),
        ])
      }
    }
  }
  return { rows }
}

function crossed(truth: Truth): TypedSheet {
  const row = (alder: (typeof ages)[number]): Typed[] => [
    truth.age(alder),
    ...sexes.map((koen) => truth.take({ area: home, koen, alder, period: '2024' })),
  ]
  return {
    rows: [
      ['Frivillige i Helsingør Kommune 2024'],
      [],
      ['Område', 'År', 'Alder', 'I alt', 'Kvinder', 'Mænd'],
      ...ages.map((alder) => [truth.area(home), '2024', ...row(alder)]),
    ],
  }
}

function placesAcross(truth: Truth): TypedSheet {
  const areas = [home, '101', '000']
  return {
    rows: [
      ['År', ...areas.map((area) => truth.area(area))],
      ...years.map((period) => [period, ...areas.map((area) => truth.take({ area, period }))]),
    ],
  }
}

/** Places that are not followed here are passed over by name. */
function foreignPlaces(truth: Truth): TypedSheet {
  const rows: Typed[][] = [['Kommune', 'År', truth.measure]]
  for (const name of ['Aalborg', 'Aarhus', 'Odense', 'Esbjerg', 'Randers']) {
    for (const period of years) rows.push([name, period, truth.pass({ area: name, period })])
  }
  for (const period of years) rows.push([truth.area(home), period, truth.take({ area: home, period })])
  return { rows }
}

/** Codes that have been through Excel: 084 is 84, and 000 is 0. */
function bareCodes(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Kommunekode', 'År', truth.measure],
      ...(['000', '084', '101', home] as const).flatMap((area) =>
        years.map((period): Typed[] => [Number(area), Number(period), truth.take({ area, period })]),
      ),
    ],
  }
}

function codesWithNames(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Område', 'År', truth.measure],
      ...(['000', '101', home] as const).flatMap((area) =>
        years.map((period): Typed[] => [`${area} ${truth.area(area)}`, period, truth.take({ area, period })]),
      ),
    ],
  }
}

function missing(truth: Truth): TypedSheet {
  truth.miss({ area: home, period: '2022' })
  return {
    rows: [
      ['Område', 'År', truth.measure],
      [truth.area(home), '2021', truth.take({ area: home, period: '2021' })],
      [truth.area(home), '2022', '..'],
      [truth.area(home), '2023', truth.take({ area: home, period: '2023' })],
      [truth.area(home), '2024', truth.take({ area: home, period: '2024' })],
    ],
  }
}

function provisional(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Område', 'År', truth.measure],
      [truth.area(home), '2023', truth.take({ area: home, period: '2023' })],
      [truth.area(home), '2024*', truth.take({ area: home, period: '2024' })],
      [],
      ['* Foreløbige tal'],
    ],
  }
}

function withStatus(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Område', 'År', truth.measure, 'Status'],
      [truth.area(home), '2022', truth.take({ area: home, period: '2022' }), 'Endelig'],
      [truth.area(home), '2023', truth.take({ area: home, period: '2023' }), 'Endelig'],
      [truth.area(home), '2024', truth.take({ area: home, period: '2024' }), 'Foreløbig'],
    ],
  }
}

/** Counts beside shares: those in the unit of the indicator are its figures. */
function countsAndShares(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Område', 'År', 'Antal', 'Andel (pct.)'],
      ...years.map((period, at) => [truth.area(home), period, 3100 + at * 17, truth.take({ area: home, period })]),
    ],
  }
}

const grouped = (value: number, separator: string): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, separator)

function thousands(separator: string): (truth: Truth) => TypedSheet {
  return (truth) => {
    return {
      rows: [
        ['Område', 'År', 'Antal'],
        ...years.flatMap((period) =>
          ['217', '101', '000'].map((area): Typed[] => [
            truth.area(area),
            period,
            grouped(truth.take({ area, period }), separator),
          ]),
        ),
      ],
    }
  }
}

function emptyRows(truth: Truth): TypedSheet {
  const rows: Typed[][] = [['Område', 'Køn', ...years]]
  for (const koen of sexes) {
    rows.push(
      [truth.area(home), truth.sex(koen), ...years.map((period) => truth.take({ area: home, koen, period }))],
      [],
    )
  }
  return { rows }
}

function headingsAgain(truth: Truth): TypedSheet {
  const headings = ['Område', 'Køn', 'År', 'Andel']
  return {
    rows: sexes.flatMap((koen) => [
      headings,
      ...years.map((period): Typed[] => [
        truth.area(home),
        truth.sex(koen),
        period,
        truth.take({ area: home, koen, period }),
      ]),
    ]),
  }
}

function coverFirst(truth: Truth): readonly TypedSheet[] {
  return [
    {
      name: 'Om udtrækket',
      rows: [['Rapport 2025'], ['Udtrukket af fagsystemet'], [], ['Kontakt: kultur@helsingor.dk']],
    },
    { name: 'Tal', ...long(truth) },
  ]
}

function percentFormat(format: string): (truth: Truth) => TypedSheet {
  return (truth) => ({
    rows: [
      ['Område', 'År', 'Andel'],
      ...years.map((period): Typed[] => {
        const value = truth.take({ area: home, period })
        return [
          truth.area(home),
          period,
          format === '0.0%' ? { percent: value } : { number: value, format, shown: `${value} %` },
        ]
      }),
    ],
  })
}

function multiLine(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Område', 'År', 'Andel', 'Bemærkning'],
      [truth.area(home), '2023', truth.take({ area: home, period: '2023' }), 'Første linje\nanden linje'],
      [
        truth.area(home),
        '2024',
        truth.take({ area: home, period: '2024' }),
        'Sagt i "anførselstegn"; og med semikolon',
      ],
    ],
  }
}

function periods(...spelled: readonly (readonly [written: Typed, period: string])[]): (truth: Truth) => TypedSheet {
  return (truth) => ({
    rows: [
      ['Område', 'Periode', truth.measure],
      ...spelled.map(([written, period]): Typed[] => [truth.area(home), written, truth.take({ area: home, period })]),
    ],
  })
}

const date = (day: string, format: string, shown: string): Typed => ({ date: day, format, shown })

export const clearLayouts: readonly Layout[] = [
  { name: 'lang', topic: 'share', containers: all, isClear: true, make: long },
  {
    name: 'long-english',
    topic: 'share',
    locale: 'en',
    containers: ['csv-en', 'xlsx', 'ods'],
    isClear: true,
    make: long,
  },
  { name: 'lang-antal', topic: 'count', containers: some, isClear: true, make: long },
  { name: 'steder', topic: 'share', containers: all, isClear: true, make: places },
  { name: 'bred', topic: 'share', containers: all, isClear: true, make: wide },
  { name: 'bred-antal', topic: 'count', containers: few, isClear: true, make: wide },
  { name: 'titel-og-kilde', topic: 'share', containers: all, isClear: true, make: withTitle },
  { name: 'grupper-paa-tvaers', topic: 'count', containers: all, isClear: true, make: groupsAcross },
  { name: 'to-overskrifter', topic: 'share', containers: [...books, 'html'], isClear: true, make: twoHeadings },
  {
    name: 'trykt-en-gang',
    topic: 'share',
    containers: ['csv', 'csv-ansi', 'xlsx', 'ods'],
    isClear: true,
    make: printedOnce,
  },
  { name: 'flettede-navne', topic: 'share', containers: [...books, 'html'], isClear: true, make: mergedLabels },
  { name: 'pivot', topic: 'count', containers: few, isClear: true, make: pivot },
  { name: 'to-opdelinger', topic: 'count', containers: all, isClear: true, make: twoBreakdowns },
  { name: 'krydset', topic: 'count', containers: few, isClear: true, make: crossed },
  { name: 'steder-paa-tvaers', topic: 'share', containers: some, isClear: true, make: placesAcross },
  { name: 'fremmede-kommuner', topic: 'share', containers: few, isClear: true, make: foreignPlaces },
  { name: 'koder-uden-nuller', topic: 'share', containers: some, isClear: true, make: bareCodes },
  { name: 'koder-og-navne', topic: 'share', containers: few, isClear: true, make: codesWithNames },
  { name: 'mangler', topic: 'share', containers: few, isClear: true, make: missing },
  { name: 'foreloebig-stjerne', topic: 'share', containers: few, isClear: true, make: provisional },
  { name: 'status', topic: 'share', containers: few, isClear: true, make: withStatus },
  { name: 'antal-og-andel', topic: 'share', containers: all, isClear: true, make: countsAndShares },
  {
    name: 'tusinder-punktum',
    topic: 'count',
    containers: ['csv', 'csv-ansi', 'html'],
    isClear: true,
    make: thousands('.'),
  },
  { name: 'tusinder-mellemrum', topic: 'count', containers: ['csv', 'html'], isClear: true, make: thousands('\u00A0') },
  { name: 'tomme-raekker', topic: 'share', containers: few, isClear: true, make: emptyRows },
  { name: 'overskrifter-igen', topic: 'share', containers: few, isClear: true, make: headingsAgain },
  { name: 'forside', topic: 'share', containers: books, isClear: true, make: coverFirst },
  {
    name: 'procentformat',
    topic: 'unlimited',
    containers: [...books, 'csv'],
    isClear: true,
    make: percentFormat('0.0%'),
  },
  {
    name: 'procenttegn-i-anfoersel',
    topic: 'unlimited',
    containers: ['xlsx', 'xml2003'],
    isClear: true,
    make: percentFormat('0.0" %"'),
  },
  {
    name: 'procenttegn-escape',
    topic: 'unlimited',
    containers: ['xlsx', 'xml2003'],
    isClear: true,
    make: percentFormat('0.0\\ \\%'),
  },
  { name: 'flere-linjer', topic: 'share', containers: all, isClear: true, make: multiLine },
  {
    name: 'kvartaler',
    topic: 'quarter',
    containers: few,
    isClear: true,
    make: periods(
      ['1. kvt. 2023', '2023-Q1'],
      ['2. kvartal 2023', '2023-Q2'],
      ['2023K3', '2023-Q3'],
      ['K4 2023', '2023-Q4'],
    ),
  },
  {
    name: 'skoleaar',
    topic: 'schoolYear',
    containers: few,
    isClear: true,
    make: periods(
      ['2021/22', '2021/22'],
      ['2022/2023', '2022/23'],
      ['2023-24', '2023/24'],
      ['Skoleåret 2024/25', '2024/25'],
    ),
  },
  {
    name: 'valgdage',
    topic: 'election',
    containers: few,
    isClear: true,
    make: periods(['18/11-2025', '2025-11-18'], ['16. nov. 2021', '2021-11-16'], ['21.11.2017', '2017-11-21']),
  },
  {
    name: 'valgaar',
    topic: 'election',
    containers: ['csv', 'xlsx'],
    isClear: true,
    make: periods(['2025', '2025-11-18'], ['2021', '2021-11-16'], ['2017', '2017-11-21']),
  },
  {
    name: 'maalinger',
    topic: 'wave',
    containers: few,
    isClear: true,
    make: periods(['feb-25', '2025-02'], ['okt. 2024', '2024-10'], ['februar 2023', '2023-02']),
  },
  {
    name: 'maalinger-som-datoer',
    topic: 'wave',
    containers: ['xlsx', 'ods', 'xml2003'],
    isClear: true,
    make: periods(
      [date('2025-02-01', 'mmm-yy', 'feb-25'), '2025-02'],
      [date('2024-10-01', 'mmm-yy', 'okt-24'), '2024-10'],
    ),
  },
  {
    name: 'aar-som-datoer',
    topic: 'share',
    containers: ['xlsx', 'ods', 'xml2003'],
    isClear: true,
    make: periods([date('2023-01-01', 'yyyy', '2023'), '2023'], [date('2024-01-01', 'yyyy', '2024'), '2024']),
  },
]
