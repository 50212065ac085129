import type { Cadence, Direction, Indicator } from '@pejling/domain/indicator/indicator'
import { PeriodKind } from '@pejling/domain/period/period'
import { Unit } from '@pejling/domain/unit/unit'
import { wordsOf } from '../client/locale.ts'
import type { Option } from '../widgets/choice.tsx'

/* What can be chosen of an indicator, in words for whoever defines it. */

type Said = readonly [label: string, about: string]

const words = wordsOf<{
  readonly units: Readonly<Record<Unit, Said>>
  readonly periods: Readonly<Record<PeriodKind, string>>
  readonly rhythms: Readonly<Record<string, string>>
  readonly directions: Readonly<Record<Direction, Said>>
  readonly kinds: Readonly<Record<Indicator['kind'], Said>>
}>({
  da: {
    units: {
      percent: ['Procent', 'En andel fra 0 til 100, for eksempel valgdeltagelse'],
      count: ['Antal', 'Noget, der tælles, for eksempel partnerskaber'],
      'per-hundred': ['Pr. 100', 'Kan blive større end 100, for eksempel medlemskaber pr. 100 indbyggere'],
      'per-thousand': ['Pr. 1.000', 'For eksempel anmeldelser pr. 1.000 indbyggere'],
      score: ['Gennemsnit på en skala', 'For eksempel trivsel fra 1 til 5'],
      mark: ['Karakter', '7-trinsskalaen'],
      ratio: ['Forhold', '1 betyder lige meget, for eksempel unge over for alle'],
      'percentage-point': ['Procentpoint', 'Forskellen mellem to procenttal'],
      'index-100': ['Indeks', '100 betyder det samme som udgangspunktet'],
      kroner: ['Kroner', 'Et beløb'],
    },
    periods: {
      year: 'Kalenderår',
      'school-year': 'Skoleår',
      quarter: 'Kvartal',
      'municipal-election': 'Kommunalvalg',
      'general-election': 'Folketingsvalg',
      'european-election': 'Europa-Parlamentsvalg',
      'regional-election': 'Regionsrådsvalg',
      'school-board-election': 'Skolebestyrelsesvalg',
      'survey-wave': 'Spørgeskemaundersøgelse',
    },
    rhythms: {
      year: 'Hvert år',
      'year-2': 'Hvert andet år',
      'year-4': 'Hvert fjerde år',
      'school-year': 'Hvert skoleår',
      quarter: 'Hvert kvartal',
      'survey-wave': 'Ved hver undersøgelse, uden fast rytme',
      'survey-wave-2': 'Undersøgelse hvert andet år',
      'municipal-election': 'Ved kommunalvalg',
      'general-election': 'Ved folketingsvalg',
      'european-election': 'Ved Europa-Parlamentsvalg',
      'regional-election': 'Ved regionsrådsvalg',
      'school-board-election': 'Ved skolebestyrelsesvalg',
    },
    directions: {
      increase: ['Højere er bedre', 'Tallet bør stige'],
      decrease: ['Lavere er bedre', 'Tallet bør falde'],
      maintain: ['Bør holdes stabilt', 'Tallet bør ligge inden for et bånd, som sættes som måltal'],
      towards: ['Tættere på en bestemt værdi er bedre', 'For eksempel 1, hvor to grupper er lige'],
      context: ['Baggrundstal', 'Vises, men vurderes ikke og får intet måltal'],
    },
    kinds: {
      outcome: ['Virkning', 'Det, der sker for borgerne'],
      output: ['Aktivitet', 'Det, kommunen gør'],
      context: ['Baggrund', 'Vilkår, som kommunen ikke styrer'],
    },
  },
  en: {
    units: {
      percent: ['Percent', 'A share from 0 to 100, such as turnout'],
      count: ['Count', 'Something that is counted, such as partnerships'],
      'per-hundred': ['Per 100', 'May be larger than 100, such as memberships per 100 inhabitants'],
      'per-thousand': ['Per 1,000', 'Such as reports per 1,000 inhabitants'],
      score: ['Mean on a scale', 'Such as well-being from 1 to 5'],
      mark: ['Mark', 'The Danish seven-step scale'],
      ratio: ['Ratio', '1 means equal, such as the young beside all'],
      'percentage-point': ['Percentage points', 'The difference between two percentages'],
      'index-100': ['Index', '100 means the same as the baseline'],
      kroner: ['Kroner', 'An amount of money'],
    },
    periods: {
      year: 'Calendar year',
      'school-year': 'School year',
      quarter: 'Quarter',
      'municipal-election': 'Municipal election',
      'general-election': 'General election',
      'european-election': 'European election',
      'regional-election': 'Regional election',
      'school-board-election': 'School board election',
      'survey-wave': 'Survey',
    },
    rhythms: {
      year: 'Every year',
      'year-2': 'Every second year',
      'year-4': 'Every fourth year',
      'school-year': 'Every school year',
      quarter: 'Every quarter',
      'survey-wave': 'With each survey, at no fixed interval',
      'survey-wave-2': 'A survey every second year',
      'municipal-election': 'At municipal elections',
      'general-election': 'At general elections',
      'european-election': 'At European elections',
      'regional-election': 'At regional elections',
      'school-board-election': 'At school board elections',
    },
    directions: {
      increase: ['Higher is better', 'The figure should rise'],
      decrease: ['Lower is better', 'The figure should fall'],
      maintain: ['Should be kept stable', 'The figure should lie within a band, which is set as a target'],
      towards: ['Closer to a certain value is better', 'Such as 1, where two groups are equal'],
      context: ['Background figure', 'Shown, but not assessed and without a target'],
    },
    kinds: {
      outcome: ['Outcome', 'What happens for citizens'],
      output: ['Output', 'What the municipality does'],
      context: ['Context', 'Conditions that the municipality does not control'],
    },
  },
})

const option = <Value extends string>(value: Value, [label, about]: Said): Option<Value> => ({ value, label, about })

export const unitOptions = Unit.options.map((unit) => option(unit, words.units[unit]))
export const periodOptions = PeriodKind.options.map((value) => ({ value, label: words.periods[value] }))
const directions: readonly Direction[] = ['increase', 'decrease', 'towards', 'maintain', 'context']
export const directionOptions = directions.map((value) => option(value, words.directions[value]))
export const kindOptions = (['outcome', 'output'] as const).map((value) => option(value, words.kinds[value]))
export const rhythmOptions = Object.entries(words.rhythms).map(([value, label]) => ({ value, label }))

export const unitName = (unit: Unit): string => words.units[unit][0]
export const directionName = (direction: Direction): string => words.directions[direction][0]
export const kindName = (kind: Indicator['kind']): string => words.kinds[kind][0]
export const periodName = (kind: PeriodKind): string => words.periods[kind]

/** How many years lie between the figures of a kind of period, where nothing else is said; `null`: no fixed interval. */
const usualYears: Readonly<Record<PeriodKind, number | null>> = {
  year: 1,
  'school-year': 1,
  quarter: 0.25,
  'municipal-election': 4,
  'general-election': null,
  'european-election': 5,
  'regional-election': 4,
  'school-board-election': 4,
  'survey-wave': null,
}

/** The cadence that is chosen as `year-2`: a kind of period, and the years between figures where they are not the usual. */
export function cadenceOf(rhythm: string): Cadence {
  const [, kind = '', years] = /^(.*?)(?:-(\d+))?$/.exec(rhythm) ?? []
  const periodKind = PeriodKind.parse(kind)
  return { periodKind, everyYears: years === undefined ? usualYears[periodKind] : Number(years), delayMonths: null }
}

/** How often figures come, as it is chosen; `null`: it is none of those. */
export const rhythmName = ({ periodKind, everyYears }: Cadence): string | null =>
  rhythmOptions.find(({ value }) => {
    const one = cadenceOf(value)
    return one.periodKind === periodKind && one.everyYears === everyYears
  })?.label ?? null
