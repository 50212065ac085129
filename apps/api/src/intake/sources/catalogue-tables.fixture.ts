import type { Observation } from '@pejling/domain/observation/observation'
import type { Delivery } from '../../data-folder/delivery.ts'
import type { FakeTable } from './statbank.fixture.ts'

/*
 * The tables of StatBank Denmark that the delivered connections ask for: their variables and codes as they were seen (data/README),
 * all municipalities and regions among them, and figures that give the delivered ones where there are any.
 */

type Values = Readonly<Record<string, string>> | readonly (readonly [code: string, name: string])[]

const variable = (id: string, text: string, values: Values, more: { time?: boolean; needed?: boolean } = {}) => ({
  id,
  text,
  elimination: more.needed !== true && more.time !== true,
  time: more.time === true,
  values: (Array.isArray(values) ? values : Object.entries(values)).map(([code, name]) => ({ id: code, text: name })),
})

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
const fiveYears = ['25-29', '30-34', '35-39', '40-44', '45-49', '50-54', '55-59']
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
/** The figure that was delivered for an indicator, an area and a year, of everyone or of one group. */
type Known = (indicator: string, area: string, year: string, ...group: readonly string[]) => Observation | undefined

function knownIn({ observations }: Delivery): Known {
  const known = new Map(
    observations
      .filter(({ series: { categories } }) => Object.keys(categories).length < 2)
      .map(({ indicator, series: { area, categories }, observation }) => [
        [indicator, area, observation.period.slice(0, 4), ...Object.values(categories)].join(' '),
        observation,
      ]),
  )
  return (indicator, area, year, ...group) => known.get([indicator, area, year, ...group].join(' '))
}

/** A figure of an area that nothing was delivered for: another for each, and the same each time. */
const made = (area: string, year: string): number => 60 + ((Number(area) * 7 + Number(year) * 3) % 200) / 10

/** Where the total is known, groups are a little beside it. */
const beside = (value: number, step: number): number => Math.round((value + step) * 100) / 100

/** People of an age in an area, so that every sum of them is known. */
const peopleOf = (area: string): number => (area === '000' ? 1000 : 10)

/** The statistical regions, which are no areas of the indicators. */
const provinces: readonly (readonly [code: string, name: string])[] = [
  ['01', 'Landsdel Byen København'],
  ['03', 'Landsdel Nordsjælland'],
  ['11', 'Landsdel Nordjylland'],
]

/** The areas of a table: the country, the regions, the municipalities, and what else it has. */
function areasOf({ areas }: Delivery, ...kinds: readonly (readonly (readonly [string, string])[])[]) {
  const named = (wanted: 'region' | 'municipality'): [string, string][] =>
    // A region that begins in 2027 is in no table yet.
    areas.flatMap(({ code, name, kind }) => (kind === wanted && code !== '086' ? [[code, name.da]] : []))
  const [region, municipality] = [named('region'), named('municipality')]
  const country: [string, string][] = [['000', 'Hele landet']]
  return { country, region, municipality, all: [...country, ...region, ...kinds.flat(), ...municipality] }
}

const inYears = (...given: number[]): Values => given.map((one) => [String(one), String(one)] as const)

/** The tables, with the delivered figures in them. */
export function catalogueTables(delivery: Delivery): FakeTable[] {
  const known = knownIn(delivery)
  const { country, region, municipality, all } = areasOf(delivery)
  const withProvinces = areasOf(delivery, provinces).all
  const areas: Values = withProvinces
  const rate = (indicator: string, area: string, year: string): number =>
    known(indicator, area, year)?.value ?? made(area, year)
  /** Votes and voters: as they were delivered, or such that the delivered percentage comes of them. */
  const votes = (indicator: string, area: string, year: string): readonly [votes: number, voters: number] => {
    const one = known(indicator, area, year)
    if (one && one.numerator !== null && one.denominator !== null) return [one.numerator, one.denominator]
    const voters = area === '000' ? 9_900_000 : 100_000
    return [Math.round((one?.value ?? made(area, year)) * voters) / 100, voters]
  }
  const municipalElections = inYears(2005, 2009, 2013, 2017, 2021, 2025)
  /** The smallest islands have what the whole country has beside its municipalities. */
  const rest = (year: string): readonly [number, number] => {
    const [ownVotes, ownVoters] = votes('valgdeltagelse-fv', '000', year)
    const others = municipality.map(([code]) => votes('valgdeltagelse-fv', code, year))
    const sum = (at: 0 | 1): number => others.reduce((added, pair) => added + pair[at], 0)
    return [ownVotes - sum(0), ownVoters - sum(1)]
  }
  // Those of which every municipality was delivered: then the sums are those that were delivered, too.
  const generalElections = [2007, 2011, 2015, 2019, 2022, 2026].filter((year) =>
    municipality.every(([code]) => known('valgdeltagelse-fv', code, String(year))),
  )
  return [
    {
      id: 'KVRES',
      text: 'Valg til kommunalbestyrelser efter område, valgresultat og tid',
      active: true,
      variables: [
        variable('OMRÅDE', 'område', all, { needed: true }),
        variable(
          'VALRES',
          'valgresultat',
          { V: 'VÆLGERE', AS: 'AFGIVNE STEMMER', GS: 'GYLDIGE STEMMER I ALT', US: 'UGYLDIGE STEMMER I ALT' },
          { needed: true },
        ),
        time(municipalElections),
      ],
      cells: ([area = '', result, year = '']) =>
        result === 'AS' || result === 'V' ? votes('valgdeltagelse-kv', area, year)[result === 'AS' ? 0 : 1] : 1,
    },
    {
      id: 'FVKOM',
      text: 'Folketingsvalg efter valgresultat, område og tid',
      active: true,
      variables: [
        variable(
          'VALRES',
          'valgresultat',
          { GYLD_IALT: 'GYLDIGE STEMMER I ALT', UGYLD_IALT: 'UGYLDIGE STEMMER I ALT', VAELG: 'ANTAL VÆLGERE' },
          { needed: true },
        ),
        variable('OMRÅDE', 'område', [...municipality, ['411', 'Christiansø']], { needed: true }),
        time(inYears(...generalElections)),
      ],
      cells: ([result, area = '', year = '']) => {
        const [cast, voters] = area === '411' ? rest(year) : votes('valgdeltagelse-fv', area, year)
        if (result === 'VAELG') return voters
        return result === 'UGYLD_IALT' ? 10 : cast - 10
      },
    },
    {
      id: 'VALGK3',
      text: 'Valg til kommunalbestyrelser efter område, parti, stemmer/kandidater/køn og tid',
      active: true,
      variables: [
        variable('OMRÅDE', 'område', all, { needed: true }),
        variable(
          'PARTI',
          'parti',
          [
            ['A', 'Socialdemokratiet'],
            ['V', 'Venstre'],
            ['Ø', 'Enhedslisten - De Rød-Grønne'],
            ['EJR', 'Ikke-reserverede bogstaver i alt'],
          ],
          { needed: true },
        ),
        variable(
          'STEMMER',
          'stemmer/kandidater/køn',
          [
            ['1', 'Gyldige stemmer'],
            ['4', 'Opstillede mænd'],
            ['5', 'Opstillede kvinder'],
            ['6', 'Valgte mænd'],
            ['7', 'Valgte kvinder'],
          ],
          { needed: true },
        ),
        time(municipalElections),
      ],
      cells: ([area = '', party, which, year = '']) => {
        const one = known('kandidater-koen', area, year)
        // Where the counts were delivered, all candidates are of one list.
        if (one && one.numerator !== null && one.denominator !== null && (which === '4' || which === '5')) {
          if (party !== 'A') return 0
          return which === '5' ? one.numerator : one.denominator - one.numerator
        }
        if (which === '5') return { A: 15, V: 10, Ø: 20, EJR: 15 }[party ?? ''] ?? 0
        return which === '4' ? 30 : 5
      },
    },
    {
      id: 'RAS200',
      text: 'Erhvervs- og beskæftigelsesfrekvenser (ultimo november) efter område, herkomst, alder, køn, frekvens og tid',
      active: true,
      unit: 'Pct.',
      variables: [
        variable('OMRÅDE', 'område', areas),
        variable('HERKOMST', 'herkomst', origins),
        variable(
          'ALDER',
          'alder',
          [
            ['16-64', '16-64 år'],
            ['16-65', '16-65 år (2020 -)'],
            ['1666', '16-66 år (2022 -)'],
            ...['16-17', '18-19', '20-24', ...fiveYears, '60-64', '65-66'].map((code) => [code, `${code} år`] as const),
          ],
          { needed: true },
        ),
        variable('KØN', 'køn', sexes),
        variable('BEREGNING', 'frekvens', { BFK: 'Beskæftigelsesfrekvens', EFK: 'Erhvervsfrekvens' }, { needed: true }),
        time(years(2010, 2024)),
      ],
      cells: ([area = '', origin = '', age, sex = '', which, at = '']) => {
        if (which !== 'BFK') return 1
        if (age !== '16-64') return Number(age?.slice(0, 2))
        const step = sex === 'M' ? 2 : sex === 'K' ? -2 : 0
        if (origin === '00') return beside(rate('beskaeftigelsesfrekvens', area, at), step)
        // The index is a quotient of two of these: of a hundred, so that it is known.
        if (origin === '10') return 100
        return origin === '25' ? beside(rate('beskaeftigelse-herkomstratio', area, at), step) : 60
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
        variable(
          'ALDER',
          'alder',
          [
            ['1624', '16-24 år'],
            ['1629', '16-29 år'],
            ['1619', '16-19 år'],
            ['2024', '20-24 år'],
            ['2529', '25-29 år'],
          ],
          { needed: true },
        ),
        time(years(2010, 2024)),
      ],
      cells: ([neet, sex, area = '', , age, at = '']) => {
        if (neet === '00') return 10_000
        const step = sex === 'M' ? 1 : sex === 'K' ? -1 : 0
        return age === '1624' ? Math.round(beside(rate('neet-16-24', area, at), step) * 100) : 900
      },
    },
    {
      id: 'IDRAKT02',
      text: 'Idrætsorganisationernes medlemskaber (andel af befolkningen) efter område, køn, alder og tid',
      active: true,
      unit: 'Pct.',
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
            ['2559', '25-59 år'],
            ['6099', '60 år og derover'],
          ],
          { needed: true },
        ),
        time(years(2014, 2025)),
      ],
      cells: ([area = '', sex, age, at = '']) => {
        if (age === '1318') return sex === '2' ? 60 : 80
        if (age !== 'TOT') return 40
        return beside(rate('idraetsmedlemskaber', area, at), sex === '1' ? 5 : sex === '2' ? -5 : 0)
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
          : (known('ungdomsudd-25aarige', '000', at, 'afgraensning-ikke-bekraeftet')?.value ?? 80) * 10,
    },
    {
      id: 'HFUDD11',
      text: 'Befolkningens højest fuldførte uddannelse (15-69 år) efter bopælsområde, herkomst, højest fuldførte uddannelse, alder, køn og tid',
      active: true,
      variables: [
        variable('BOPOMR', 'bopælsområde', areas),
        variable('HERKOMST', 'herkomst', { TOT: 'I alt' }),
        variable('HFUDD', 'højest fuldførte uddannelse', education),
        variable('ALDER', 'alder', [
          ['TOT', 'Alder i alt'],
          ['20-24', '20-24 år'],
          ['25-29', '25-29 år'],
        ]),
        variable('KØN', 'køn', sexes),
        time(years(2010, 2025)),
      ],
      cells: ([area = '', , level, age, , at = '']) => {
        if (level === 'TOT') return 1_000_000
        return age === '25-29' ? Math.round(rate('kun-grundskole-25-29', area, at) * 10_000) : 300_000
      },
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
        time(municipalElections),
      ],
      cells: ([which, sex, age, area = '', year = '']) => {
        if (which === 'OK') return sex === 'K' ? 60 : sex === 'M' ? 120 : 180
        if (age !== 'TOT') return age === '2529' ? 2 : age === 'U20' ? 0 : 1
        const elected = (...group: string[]) => known('byraadsmedlemmer', area, year, ...group)?.value
        if (sex === 'TOT') return elected() ?? 25
        return elected(sex === 'K' ? 'kvinder' : 'maend') ?? (sex === 'K' ? 10 : 15)
      },
    },
    {
      id: 'FOLK1A',
      text: 'Befolkningen den 1. i kvartalet efter område, køn, alder, civilstand og tid',
      active: true,
      variables: [
        variable('OMRÅDE', 'område', [...all, ['411', 'Christiansø']]),
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
        variable('OMRÅDE', 'område', [...withProvinces, ['997', 'Uoplyst']]),
        variable(
          'YDELSESTYPE',
          'ydelsestype',
          { TOT: 'I alt', TOTUSU: 'I alt uden SU-modtagere', SU: 'SU-modtagere' },
          { needed: true },
        ),
        variable('KØN', 'køn', sexes),
        variable('ALDER', 'alder', [
          ['TOT', 'Alder i alt'],
          ...['16-24', ...fiveYears].map((code) => [code, `${code} år`] as const),
          ['6099', '60 år og derover'],
        ]),
        time(years(2007, 2024)),
      ],
      cells: ([area = '', , sex, age]) =>
        (area === '000' ? 5100 : 51) * (sex === 'TOT' ? 2 : 1) * (age === 'TOT' ? 10 : 1),
    },
    {
      id: 'FORLOB10',
      text: 'Fra grundskole til fortsat uddannelse efter afgangsårgang, afgangseksamen, afgangsinstitutionsregion, uddannelsesstatus, statustidspunkt efter afgang, uddannelse, køn, herkomst og tid',
      active: true,
      variables: [
        variable('AFGAARG', 'afgangsårgang', years(2020, 2024), { needed: true }),
        variable('AFGKLAS', 'afgangseksamen', { TOT: 'I alt', H1020: 'H1020 Grundskole 7.-9. klasse' }),
        variable('AFGREG', 'afgangsinstitutionsregion', [...country, ...region]),
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
        variable(
          'STATUSTID',
          'statustidspunkt efter afgang',
          [
            ['003', '3 måneder'],
            ['015', '1 år'],
          ],
          { needed: true },
        ),
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
          ['30', 'Efterkommere'],
        ]),
        time(years(2022, 2024)),
      ],
      // 900 of 1000: 300 in each kind of education, the rest in none. The newest cohort has no status after a year yet.
      cells: ([cohort, , , which, , level]) => {
        if (cohort === '2024') return which === '4' && level === 'TOT' ? 1000 : 0
        return level === 'TOT' ? (which === '1' ? 940 : 20) : which === '1' ? 300 : 0
      },
    },
    {
      id: 'SILC52',
      text: 'Tillid til fremmede efter baggrundsoplysninger, enhed og tid',
      active: true,
      unit: 'Gns.',
      variables: [
        variable(
          'BAGOPL',
          'baggrundsoplysninger',
          {
            TOT: 'I alt',
            KON1: 'Mænd',
            KON2: 'Kvinder',
            ALD16: '16-24 år',
            ALD25: '25-39 år',
            URB3: 'Tyndt befolket område',
            UDD1: 'Grundskole',
            UDD2: 'Gymnasie og erhvervsfaglige uddannelser',
            UDD3: 'Korte og mellemlange videregående uddannelser',
            UDD4: 'Lange videregående uddannelser',
          },
          { needed: true },
        ),
        variable(
          'ENHED',
          'enhed',
          { GNS: 'Gennemsnit for befolkningen (16+ år)', STDG: 'Standardfejl på gennemsnittet' },
          { needed: true },
        ),
        time(years(2021, 2024)),
      ],
      cells: ([who, unit]) => (unit === 'GNS' ? (who === 'TOT' ? 7.1 : 6.8) : who === 'TOT' ? 0.05 : 0.12),
    },
  ]
}
