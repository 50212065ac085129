import type { Delivery } from '../formats/delivery.ts'
import type { FakeTable } from './statbank.fixture.ts'

/*
 * The tables of StatBank Denmark that the delivered connections ask for: their variables and codes as they were seen (data/README),
 * and figures that give the delivered ones where there are any.
 */

type Values = Readonly<Record<string, string>> | readonly (readonly [code: string, name: string])[]

const variable = (id: string, text: string, values: Values, more: { time?: boolean; needed?: boolean } = {}) => ({
  id,
  text,
  elimination: more.needed !== true && more.time !== true,
  time: more.time === true,
  values: (Array.isArray(values) ? values : Object.entries(values)).map(([code, name]) => ({ id: code, text: name })),
})

const areas: Values = [
  ['000', 'Hele landet'],
  ['084', 'Region Hovedstaden'],
  ['217', 'Helsingør'],
  ['219', 'Hillerød'],
]
const years = (from: number, to: number): Values =>
  Array.from({ length: to - from + 1 }, (_, at) => [String(from + at), String(from + at)] as const)
const time = (values: Values) => variable('Tid', 'tid', values, { time: true })
const quarters = (from: number, to: number): Values =>
  Array.from({ length: (to - from + 1) * 4 }, (_, at) => {
    const code = `${from + Math.floor(at / 4)}K${(at % 4) + 1}`
    return [code, code] as const
  })
const sexes = { TOT: 'I alt', M: 'Mænd', K: 'Kvinder' }
const ages: Values = [
  ['IALT', 'Alder i alt'],
  ...Array.from({ length: 126 }, (_, age) => [String(age), `${age} år`] as const),
]
const education = {
  TOT: 'I alt',
  H10: 'H10 Grundskole',
  H20: 'H20 Gymnasiale uddannelser',
  H29: 'H29 Erhvervsfaglige grundforløb',
  H30: 'H30 Erhvervsfaglige uddannelser',
  H35: 'H35 Adgangsgivende uddannelsesforløb',
}
const status = {
  AA_TOTAL: 'Uddannelsesstatus i alt',
  FULDFOERT: 'Fuldført uddannelse',
  IGANG: 'Igangværende uddannelse',
  AFBRUDT: 'Afbrudt uddannelse',
  INGENREG: 'Ingen registreret uddannelse',
}
const origins: Values = [
  ['00', 'I alt'],
  ['10', 'Personer med dansk oprindelse'],
  ['20', 'Indvandrere'],
  ['24', 'Indvandrere fra vestlige lande'],
  ['25', 'Indvandrere fra ikke-vestlige lande'],
  ['30', 'Efterkommere'],
  ['34', 'Efterkommere fra vestlige lande'],
  ['35', 'Efterkommere fra ikke-vestlige lande'],
]
const turnout = {
  STEMPCT: 'Stemmeprocent',
  UGYLPCT: 'Ugyldighedsprocent',
  BREVPCT: 'Brevstemmeprocent',
  BLANKPCT: 'Blank stemmeprocent',
  PERSPCT: 'Personlig stemmeprocent',
}

/** The figure that was delivered for an indicator, an area and a year. */
type Known = (indicator: string, area: string, year: string, population?: string) => number | undefined

function knownIn({ observations }: Delivery): Known {
  const known = new Map(
    observations
      .filter(({ series: { categories } }) => Object.keys(categories).every((dimension) => dimension === 'population'))
      .map(({ indicator, series: { area, categories }, observation }) => [
        [indicator, area, observation.period.slice(0, 4), categories['population'] ?? ''].join(' '),
        observation.value,
      ]),
  )
  return (indicator, area, year, population = '') =>
    known.get([indicator, area, year, population].join(' ')) ?? undefined
}

/** Where the total is known, groups are a little beside it. */
const beside = (value: number | undefined, step: number): number | undefined =>
  value === undefined ? undefined : Math.round((value + step) * 100) / 100

/** People of an age in an area, so that every sum of them is known. */
const peopleOf = (area: string): number => (area === '000' ? 1000 : 10)

const inYears = (...given: number[]): Values => given.map((one) => [String(one), String(one)] as const)

/** The tables, with the delivered figures in them. */
export function catalogueTables(delivery: Delivery): FakeTable[] {
  const known = knownIn(delivery)
  const elections = (id: string, text: string, slug: string, days: Values): FakeTable => ({
    id,
    text,
    active: true,
    variables: [
      variable('KOMGRP', 'kommunegruppe', areas, { needed: true }),
      variable('VALRES', 'valgresultat', turnout, { needed: true }),
      time(days),
    ],
    cells: ([area = '', result, year = '']) => (result === 'STEMPCT' ? known(slug, area, year) : 1.5),
  })
  return [
    elections(
      'LABY08',
      'Valg til kommunalbestyrelser efter kommunegruppe, valgresultat og tid',
      'valgdeltagelse-kv',
      inYears(2013, 2017, 2021, 2025),
    ),
    elections(
      'LABY09',
      'Folketingsvalg efter kommunegruppe, valgresultat og tid',
      'valgdeltagelse-fv',
      inYears(2011, 2015, 2019, 2022, 2026),
    ),
    {
      id: 'RAS200',
      text: 'Erhvervs- og beskæftigelsesfrekvenser (ultimo november) efter område, herkomst, alder, køn, frekvens og tid',
      active: true,
      variables: [
        variable('OMRÅDE', 'område', areas),
        variable('HERKOMST', 'herkomst', origins),
        variable(
          'ALDER',
          'alder',
          { '16-64': '16-64 år', '16-65': '16-65 år (2020 -)', 1666: '16-66 år (2022 -)' },
          { needed: true },
        ),
        variable('KØN', 'køn', sexes),
        variable('BEREGNING', 'frekvens', { BFK: 'Beskæftigelsesfrekvens', EFK: 'Erhvervsfrekvens' }, { needed: true }),
        time(years(2010, 2024)),
      ],
      cells: ([area = '', origin = '', age, sex = '', which, at = '']) => {
        if (age !== '16-64' || which !== 'BFK') return 1
        const step = sex === 'M' ? 2 : sex === 'K' ? -2 : 0
        if (origin === '00') return beside(known('beskaeftigelsesfrekvens', area, at), step)
        // The index is a quotient of two of these: of a hundred, so that it is known.
        if (origin === '10') return 100
        return origin === '25' ? beside(known('beskaeftigelse-herkomstratio', area, at), step) : 60
      },
    },
    {
      id: 'NEET3',
      text: 'Befolkningen (16-29 år) efter NEET-status, køn, bopælsområde, socioøkonomisk status, alder og tid',
      active: true,
      variables: [
        variable(
          'STATUSNEET',
          'NEET-status',
          [
            ['00', 'Aktive og ikke-aktive i alt'],
            ['05', 'Aktive'],
            ['10', 'Ikke-aktive (NEET)'],
          ],
          { needed: true },
        ),
        variable('KØN', 'køn', [
          ['00', 'Køn i alt'],
          ['M', 'Mænd'],
          ['K', 'Kvinder'],
        ]),
        variable('BOPOMR', 'bopælsområde', areas),
        variable('SOCIO', 'socioøkonomisk status', { TOT: 'I alt' }),
        variable('ALDER', 'alder', { 1624: '16-24 år', 1629: '16-29 år' }, { needed: true }),
        time(years(2010, 2024)),
      ],
      cells: ([neet, sex, area = '', , , at = '']) => {
        const share = beside(known('neet-16-24', area, at), sex === 'M' ? 1 : sex === 'K' ? -1 : 0)
        return neet === '00' ? 10_000 : share === undefined ? undefined : Math.round(share * 100)
      },
    },
    {
      id: 'IDRAKT02',
      text: 'Idrætsorganisationernes medlemskaber (andel af befolkningen) efter område, køn, alder og tid',
      active: true,
      variables: [
        variable('BLSTKOM', 'område', areas, { needed: true }),
        variable(
          'KON',
          'køn',
          [
            ['10', 'Køn i alt'],
            ['1', 'Mænd'],
            ['2', 'Kvinder'],
          ],
          { needed: true },
        ),
        variable(
          'ALDER1',
          'alder',
          [
            ['TOT', 'Alder i alt'],
            ['0012', '0-12 år'],
            ['1318', '13-18 år'],
            ['1924', '19-24 år'],
          ],
          { needed: true },
        ),
        time(years(2014, 2025)),
      ],
      cells: ([area = '', sex, age, at = '']) => {
        if (age === '1318') return sex === '2' ? 60 : 80
        return beside(known('idraetsmedlemskaber', area, at), sex === '1' ? 5 : sex === '2' ? -5 : 0)
      },
    },
    {
      id: 'STATUSU1',
      text: '18-25 åriges ungdomsuddannelser efter uddannelsesstatus, uddannelse, alder, køn, herkomst og tid',
      active: true,
      variables: [
        variable('UDDSTAT', 'uddannelsesstatus', status, { needed: true }),
        variable('UDDANNELSE', 'uddannelse', education),
        variable('ALDER', 'alder', [
          ['IALT', 'Alder i alt'],
          ['24', '24 år'],
          ['25', '25 år'],
        ]),
        variable('KØN', 'køn', sexes),
        variable('HERKOMST', 'herkomst', origins),
        time(years(2008, 2024)),
      ],
      cells: ([which, , , , , at = '']) =>
        which === 'AA_TOTAL'
          ? 1000
          : (known('ungdomsudd-25aarige', '000', at, 'afgraensning-ikke-bekraeftet') ?? 80) * 10,
    },
    {
      id: 'HFUDD11',
      text: 'Befolkningens højest fuldførte uddannelse (15-69 år) efter bopælsområde, herkomst, højest fuldførte uddannelse, alder, køn og tid',
      active: true,
      variables: [
        variable('BOPOMR', 'bopælsområde', areas),
        variable('HERKOMST', 'herkomst', { TOT: 'I alt' }),
        variable('HFUDD', 'højest fuldførte uddannelse', education),
        variable('ALDER', 'alder', { TOT: 'Alder i alt', '25-29': '25-29 år' }),
        variable('KØN', 'køn', sexes),
        time(years(2010, 2025)),
      ],
      cells: ([area = '', , level, , , at = '']) =>
        level === 'TOT' ? 1_000_000 : Math.round((known('kun-grundskole-25-29', area, at) ?? 20) * 10_000),
    },
    {
      id: 'LIGEDB2',
      text: 'Opstillede og valgte kandidater til kommunalvalg efter kandidater, køn, alder, kommune og tid',
      active: true,
      variables: [
        variable('KANDIDAT', 'kandidater', { OK: 'Opstillede kandidater', VK: 'Valgte kandidater' }, { needed: true }),
        variable('KØN', 'køn', sexes, { needed: true }),
        variable(
          'ALDER',
          'alder',
          [
            ['TOT', 'Alder i alt'],
            ['U20', 'Under 20 år'],
            ...['2024', '2529', '3034', '3539', '4044', '4549', '5054', '5559', '6064', '6569'].map(
              (code) => [code, `${code.slice(0, 2)}-${code.slice(2)} år`] as const,
            ),
            ['70OV', '70 år og derover'],
          ],
          { needed: true },
        ),
        variable('KOMK', 'kommune', areas, { needed: true }),
        time(inYears(2005, 2009, 2013, 2017, 2021)),
      ],
      cells: ([which, sex, age, ,]) => {
        if (which === 'OK') return sex === 'K' ? 60 : sex === 'M' ? 120 : 180
        if (age === 'TOT') return sex === 'K' ? 10 : sex === 'M' ? 15 : 25
        return age === '2529' ? 2 : age === 'U20' ? 0 : 1
      },
    },
    {
      id: 'FOLK1A',
      text: 'Befolkningen den 1. i kvartalet efter område, køn, alder, civilstand og tid',
      active: true,
      variables: [
        variable('OMRÅDE', 'område', areas),
        variable('KØN', 'køn', [
          ['TOT', 'I alt'],
          ['1', 'Mænd'],
          ['2', 'Kvinder'],
        ]),
        variable('ALDER', 'alder', ages),
        variable('CIVILSTAND', 'civilstand', { TOT: 'I alt', U: 'Ugift' }),
        time(quarters(2024, 2026)),
      ],
      cells: ([area = '']) => peopleOf(area),
    },
    {
      id: 'FOLK1E',
      text: 'Befolkningen den 1. i kvartalet efter område, køn, alder, herkomst og tid',
      active: true,
      variables: [
        variable('OMRÅDE', 'område', areas),
        variable('KØN', 'køn', [
          ['TOT', 'I alt'],
          ['1', 'Mænd'],
          ['2', 'Kvinder'],
        ]),
        variable('ALDER', 'alder', ages),
        variable('HERKOMST', 'herkomst', [
          ['TOT', 'I alt'],
          ['1', 'Personer med dansk oprindelse'],
          ['24', 'Indvandrere fra vestlige lande'],
          ['25', 'Indvandrere fra ikke-vestlige lande'],
          ['34', 'Efterkommere fra vestlige lande'],
          ['35', 'Efterkommere fra ikke-vestlige lande'],
        ]),
        time(quarters(2021, 2022)),
      ],
      cells: ([area = '', sex, , origin]) =>
        peopleOf(area) * (sex === 'TOT' ? 2 : 1) * (origin === 'TOT' ? 10 : origin === '1' ? 6 : 1),
    },
    {
      id: 'AUH01',
      text: 'Offentligt forsørgede (fuldtidsmodtagere) efter område, ydelsestype, køn, alder og tid',
      active: true,
      variables: [
        variable('OMRÅDE', 'område', areas),
        variable(
          'YDELSESTYPE',
          'ydelsestype',
          { TOT: 'I alt', TOTUSU: 'I alt uden SU-modtagere', SU: 'SU-modtagere' },
          { needed: true },
        ),
        variable('KØN', 'køn', sexes),
        variable('ALDER', 'alder', {
          TOT: 'Alder i alt',
          '16-24': '16-24 år',
          '25-29': '25-29 år',
          6099: '60 år og derover',
        }),
        time(years(2007, 2024)),
      ],
      cells: ([area = '', , sex]) => (area === '000' ? 5100 : 51) * (sex === 'TOT' ? 2 : 1),
    },
    {
      id: 'FORLOB10',
      text: 'Fra grundskole til fortsat uddannelse efter afgangsårgang, afgangseksamen, afgangsinstitutionsregion, uddannelsesstatus, statustidspunkt efter afgang, uddannelse, køn, herkomst og tid',
      active: true,
      variables: [
        variable('AFGAARG', 'afgangsårgang', years(2020, 2023), { needed: true }),
        variable('AFGKLAS', 'afgangseksamen', { TOT: 'I alt', H1020: 'H1020 Grundskole 7.-9. klasse' }),
        variable('AFGREG', 'afgangsinstitutionsregion', [
          ['000', 'Hele landet'],
          ['084', 'Region Hovedstaden'],
        ]),
        variable(
          'UDDSTAT',
          'uddannelsesstatus',
          {
            1: 'I gang med en uddannelse',
            2: 'Har fuldført en uddannelse',
            3: 'Har afbrudt en uddannelse',
            4: 'Ej påbegyndt',
          },
          { needed: true },
        ),
        variable('STATUSTID', 'statustidspunkt efter afgang', { 3: '3 måneder', 15: '1 år' }, { needed: true }),
        variable('UDDANNELSE', 'uddannelse', education),
        variable('KOEN', 'køn', [
          ['10', 'Køn i alt'],
          ['M', 'Mænd'],
          ['K', 'Kvinder'],
        ]),
        variable('HERKOMST', 'herkomst', [
          ['00', 'I alt'],
          ['10', 'Personer med dansk oprindelse'],
          ['20', 'Indvandrere'],
        ]),
        time(years(2022, 2024)),
      ],
      // 900 of 1000: 300 in each kind of education, the rest in none.
      cells: ([, , , which, , level]) => (level === 'TOT' ? (which === '1' ? 940 : 20) : which === '1' ? 300 : 0),
    },
    {
      id: 'SILC52',
      text: 'Tillid til fremmede efter baggrundsoplysninger, enhed og tid',
      active: true,
      variables: [
        variable('BAGOPL', 'baggrundsoplysninger', { TOT: 'I alt', KON1: 'Mænd' }, { needed: true }),
        variable(
          'ENHED',
          'enhed',
          { GNS: 'Gennemsnit for befolkningen (16+ år)', STDG: 'Standardfejl på gennemsnittet' },
          { needed: true },
        ),
        time(years(2021, 2024)),
      ],
      cells: ([, unit]) => (unit === 'GNS' ? 7.1 : 0.1),
    },
  ]
}
