import { sexes, years, type Layout, type Truth } from './layout.fixture.ts'
import type { Container, Typed, TypedSheet } from './write-sheets.fixture.ts'

/*
 * Layouts that leave something open, or seem to say what they do not: nothing of them may be taken before a person has answered.
 * What they hold is what would then be right.
 */

const home = '217'
const csv: readonly Container[] = ['csv']
const both: readonly Container[] = ['csv', 'xlsx']

const byYear = (truth: Truth, value: (period: string) => Typed, heading = truth.measure): TypedSheet => ({
  rows: [['År', heading], ...years.map((period): Typed[] => [period, value(period)])],
})
const own = (truth: Truth) => (period: string) => truth.take({ area: home, period })
const foreign = (truth: Truth) => (period: string) => truth.pass({ area: 'Odense', period })
const titled = (title: string, { rows, ...more }: TypedSheet): TypedSheet => ({ ...more, rows: [[title], [], ...rows] })

function foreignColumn(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Kommunens navn', 'År', 'Andel'],
      ...years.map((period): Typed[] => ['Odense', period, foreign(truth)(period)]),
    ],
  }
}

function countsLikeYears(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Skole', 'Indbyggere', 'Andel'],
      ['Nordskolen', 4812, truth.pass({ area: home, period: 'nord' })],
      ['Sydskolen', 5120, truth.pass({ area: home, period: 'syd' })],
    ],
  }
}

/** Commas between the columns, and in the numbers. */
function commaTwice(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Område,År,Andel'],
      ...years.map((period): Typed[] => [`Helsingør,${period},${String(own(truth)(period)).replace('.', ',')}`]),
    ],
  }
}

function blankTotals(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Område', 'År', 'Køn', 'Antal'],
      ['Helsingør', '2024', 'Kvinder', truth.take({ area: home, koen: 'kvinder', period: '2024' })],
      ['Helsingør', '2024', 'Mænd', truth.take({ area: home, koen: 'maend', period: '2024' })],
      ['Helsingør', '2023', null, truth.take({ area: home, period: '2023' })],
      ['Helsingør', '2022', null, truth.take({ area: home, period: '2022' })],
    ],
  }
}

function bareGroups(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Område', 'År', 'Køn', 'Antal'],
      ...years.flatMap((period): Typed[][] => [
        ['Helsingør', period, '1', truth.take({ area: home, koen: 'maend', period })],
        ['Helsingør', period, '2', truth.take({ area: home, koen: 'kvinder', period })],
      ]),
    ],
  }
}

const withArea = (truth: Truth, heading: string, value: (period: string) => Typed): TypedSheet => ({
  rows: [['Område', 'År', heading], ...years.map((period): Typed[] => [truth.area(home), period, value(period)])],
})

function budget(truth: Truth): TypedSheet {
  const { rows } = withArea(truth, 'Beløb i kr.', own(truth))
  return { rows: [...rows, ['Helsingør', 'Budget 2027', truth.pass({ area: home, period: '2027' })]] }
}

function forecast(truth: Truth): TypedSheet {
  const future = ['2035', '2040', '2045']
  return {
    rows: [
      ['Område', 'År', 'Antal'],
      ...years.map((period): Typed[] => ['Helsingør', period, own(truth)(period)]),
      ...future.map((period): Typed[] => ['Helsingør', period, truth.pass({ area: home, period })]),
    ],
  }
}

function hiddenRows(truth: Truth): TypedSheet {
  return { ...withArea(truth, 'Andel', own(truth)), hiddenRows: [2, 3] }
}

function sheetForEachYear(truth: Truth): readonly TypedSheet[] {
  return ['2023', '2024'].map((period) => ({
    name: period,
    rows: [
      ['Område', 'Køn', 'Andel', 'År'],
      ...sexes.map((koen): Typed[] => ['Helsingør', truth.sex(koen), truth.take({ area: home, koen, period }), period]),
    ],
  }))
}

/** Two tables below each other, of different groups; only their titles tell which. */
function tablesWithTitles(truth: Truth): TypedSheet {
  return {
    rows: (['kvinder', 'maend'] as const).flatMap((koen): Typed[][] => [
      [`${truth.sex(koen)} i Helsingør Kommune`],
      ['År', 'Andel'],
      ...years.map((period): Typed[] => [period, truth.take({ area: home, koen, period })]),
      [],
    ]),
  }
}

function tablesSideBySide(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Kvinder', null, null, 'Mænd', null],
      ['År', 'Andel', null, 'År', 'Andel'],
      ...years.map((period): Typed[] => [
        period,
        truth.take({ area: home, koen: 'kvinder', period }),
        null,
        period,
        truth.take({ area: home, koen: 'maend', period }),
      ]),
    ],
  }
}

function yearInTitle(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Kommunernes nøgletal 2024'],
      [],
      ['Kommune', 'Andel'],
      ...(['101', home, '219'] as const).map((area): Typed[] => [
        truth.area(area),
        truth.take({ area, period: '2024' }),
      ]),
    ],
  }
}

function mergedFigures(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Område', 'Køn', 'År', 'Andel'],
      ['Helsingør', 'Kvinder', '2024', truth.pass({ area: home, period: '2024' })],
      ['Helsingør', 'Mænd', '2024', null],
    ],
    merges: [[1, 3, 2, 3]],
  }
}

function unknownColumn(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Område', 'År', 'Boligtype', 'Andel'],
      ...years.flatMap((period): Typed[][] =>
        ['Ejer', 'Lejer', 'Andelshaver'].map((kind) => [
          'Helsingør',
          period,
          kind,
          truth.pass({ area: home, period: `${period} ${kind}` }),
        ]),
      ),
    ],
  }
}

/** What Excel makes of 2010/11. */
function monthsForSchoolYears(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Område', 'Skoleår', 'Andel'],
      ['Helsingør', 'nov-10', truth.pass({ area: home, period: '2010/11' })],
      ['Helsingør', 'dec-11', truth.pass({ area: home, period: '2011/12' })],
    ],
  }
}

/** Nothing in the file tells whether `1.234` is about one or about a thousand. */
function twoReadings(truth: Truth): TypedSheet {
  return {
    rows: [
      ['Område', 'År', 'Ratio'],
      ['Helsingør', '2023', truth.take({ area: home, period: '2023' }).toFixed(3)],
      ['Helsingør', '2024', truth.take({ area: home, period: '2024' }).toFixed(3)],
    ],
  }
}

export const hardLayouts: readonly Layout[] = [
  { name: 'kommunens-navn-odense', topic: 'share', containers: both, isClear: false, make: foreignColumn },
  {
    name: 'titel-odense',
    topic: 'unlimited',
    containers: both,
    isClear: false,
    make: (truth) => titled('Medlemskaber, Odense Kommune', byYear(truth, foreign(truth))),
  },
  {
    name: 'overskrift-odense',
    topic: 'share',
    containers: both,
    isClear: false,
    make: (truth) => byYear(truth, foreign(truth), 'Odense'),
  },
  {
    name: 'intet-omraade',
    topic: 'share',
    containers: both,
    isClear: false,
    make: (truth) => byYear(truth, own(truth)),
  },
  { name: 'antal-som-aar', topic: 'unlimited', containers: both, isClear: false, make: countsLikeYears },
  { name: 'komma-i-kommafil', topic: 'share', containers: csv, isClear: false, make: commaTwice },
  { name: 'tom-er-i-alt', topic: 'count', containers: both, isClear: false, make: blankTotals },
  { name: 'koder-for-koen', topic: 'count', containers: csv, isClear: false, make: bareGroups },
  {
    name: 'titel-aldersgruppe',
    topic: 'share',
    containers: csv,
    isClear: false,
    make: (truth) =>
      titled(
        'Foreningsaktive 18–29-årige i Helsingør Kommune',
        byYear(truth, (period) => truth.take({ area: home, alder: '18-29', period })),
      ),
  },
  {
    name: 'titel-fremmed-alder',
    topic: 'share',
    containers: csv,
    isClear: false,
    make: (truth) => titled('Unge 16-24 år i Helsingør Kommune', byYear(truth, foreign(truth))),
  },
  {
    name: 'titel-indeks',
    topic: 'unlimited',
    containers: csv,
    isClear: false,
    make: (truth) => titled('Medlemskaber, indeks 2015=100, Helsingør Kommune', byYear(truth, foreign(truth), 'Værdi')),
  },
  {
    name: 'titel-tusinde',
    topic: 'count',
    containers: csv,
    isClear: false,
    make: (truth) => titled('Frivillige i Helsingør Kommune, 1.000 personer', byYear(truth, foreign(truth), 'Værdi')),
  },
  {
    name: 'titel-enhed-antal',
    topic: 'unlimited',
    containers: csv,
    isClear: false,
    make: (truth) => titled('Enhed: antal', withArea(truth, 'Værdi', foreign(truth))),
  },
  {
    name: 'andel-kvinder',
    topic: 'share',
    containers: csv,
    isClear: false,
    make: (truth) => withArea(truth, 'Andel kvinder', foreign(truth)),
  },
  {
    name: 'promille',
    topic: 'unlimited',
    containers: csv,
    isClear: false,
    make: (truth) => withArea(truth, 'Promille', (period) => own(truth)(period) * 10),
  },
  {
    name: 'tusinde-kroner',
    topic: 'kroner',
    containers: both,
    isClear: false,
    make: (truth) => withArea(truth, 'Tilskud (1.000 kr.)', (period) => own(truth)(period) / 1000),
  },
  {
    name: 'broekdele',
    topic: 'unlimited',
    containers: both,
    isClear: false,
    make: (truth) => withArea(truth, 'Andel', (period) => Number((own(truth)(period) / 100).toFixed(4))),
  },
  {
    name: 'blandede-formater',
    topic: 'unlimited',
    containers: ['xlsx'],
    isClear: false,
    make: (truth) =>
      withArea(truth, 'Andel', (period) => {
        const value = own(truth)(period)
        return period === '2022' ? Number((value / 100).toFixed(4)) : { percent: value }
      }),
  },
  {
    name: 'kun-antal-til-andel',
    topic: 'unlimited',
    containers: csv,
    isClear: false,
    make: (truth) => withArea(truth, 'Antal', (period) => truth.pass({ area: home, period }) * 100),
  },
  { name: 'budget', topic: 'kroner', containers: csv, isClear: false, make: budget },
  { name: 'fremskrivning', topic: 'count', containers: csv, isClear: false, make: forecast },
  { name: 'skjulte-raekker', topic: 'share', containers: ['xlsx'], isClear: false, make: hiddenRows },
  { name: 'ark-for-hvert-aar', topic: 'share', containers: ['xlsx'], isClear: false, make: sheetForEachYear },
  { name: 'tabeller-med-titler', topic: 'share', containers: both, isClear: false, make: tablesWithTitles },
  { name: 'tabeller-ved-siden-af', topic: 'share', containers: ['xlsx'], isClear: false, make: tablesSideBySide },
  { name: 'aar-i-titlen', topic: 'share', containers: both, isClear: false, make: yearInTitle },
  { name: 'flettede-tal', topic: 'share', containers: ['xlsx'], isClear: false, make: mergedFigures },
  { name: 'boligtype', topic: 'share', containers: csv, isClear: false, make: unknownColumn },
  { name: 'maaneder-for-skoleaar', topic: 'schoolYear', containers: csv, isClear: false, make: monthsForSchoolYears },
  { name: 'tal-paa-to-maader', topic: 'ratio', containers: csv, isClear: false, make: twoReadings },
  {
    name: 'streg',
    topic: 'share',
    containers: csv,
    isClear: false,
    make: (truth) => withArea(truth, 'Andel', (period) => (period === '2022' ? '-' : own(truth)(period))),
  },
]
