import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Unit } from '@pejling/domain/unit/unit'

/** The size of an invented series, in the indicator's unit. */
export interface Level {
  /** Where it begins. */
  readonly start: number
  /** How far such a figure moves in about ten years, when it moves. */
  readonly move: number
  /** Of a share: how many people or things it is a share of; 0: that is not counted. */
  readonly people: number
  /** How many years of figures there are, where that is not as many as usual. */
  readonly years?: number
  /** Of a survey: how many answer it in the municipality, where that is not as many as usual. */
  readonly answers?: number
  /** Whether figures of every municipality are shown. */
  readonly everywhere?: boolean
}

/** For indicators that have no level of their own, by unit. */
const byUnit: Record<Unit, Omit<Level, 'people'>> = {
  percent: { start: 55, move: 8 },
  'percentage-point': { start: 12, move: 3 },
  count: { start: 120, move: 40 },
  'per-hundred': { start: 16, move: 2 },
  'per-thousand': { start: 30, move: 6 },
  'index-100': { start: 78, move: 8 },
  ratio: { start: 0.7, move: 0.12 },
  score: { start: 3.6, move: 0.3 },
  mark: { start: 7, move: 0.5 },
  kroner: { start: 21, move: 5 },
}

/** Invented, but of the size such a figure has in a Danish town of some 63,000 people. */
const levels: Readonly<Record<string, Level>> = {
  'aktiviteter-paa-tvaers': { start: 40, move: 14, people: 0 },
  'befolkning-16-66': { start: 40_300, move: 300, people: 0 },
  // Back to the first election that the council is compared with it at.
  'befolkning-18-plus': { start: 47_500, move: 3900, people: 0, years: 21 },
  beskaeftigelsesfrekvens: { start: 74, move: 7, people: 39_800 },
  'beskaeftigelse-herkomstratio': { start: 71, move: 9, people: 0 },
  bestyrelsesmedlemmer: { start: 254, move: 12, people: 0 },
  'borgerpanel-medlemmer': { start: 310, move: 120, people: 0 },
  byraadsmedlemmer: { start: 25, move: 0, people: 0 },
  'dansk-matematik-02': { start: 88, move: 7, people: 640 },
  'dialogmoeder-deltagere': { start: 610, move: 240, people: 0 },
  'digital-post-fritaget': { start: 8.4, move: 3, people: 53_000 },
  'elevraad-aktive': { start: 63, move: 50, people: 16 },
  elevtrivsel: { start: 3.7, move: 0.22, people: 0 },
  ensomhed: { start: 8.2, move: 5, people: 0 },
  foerstegangsvaelgere: { start: 52, move: 9, people: 2400 },
  foraeldretilfredshed: { start: 74, move: 6, people: 0, answers: 1700 },
  'foreninger-inddraget': { start: 38, move: 22, people: 0, answers: 290 },
  'foreningsbestyrelser-repraesentation': { start: 0.55, move: 0.3, people: 0, answers: 290 },
  foreningsmedlemskab: { start: 68, move: 6, people: 0 },
  'forsoergede-fuldtidspersoner': { start: 7250, move: -900, people: 0 },
  'forstaaelig-information': { start: 66, move: 14, people: 0 },
  'fritidspas-boern': { start: 42, move: 18, people: 620 },
  'frivilligt-arbejde-12mdr': { start: 40, move: 8, people: 0 },
  'hoejt-fravaer': { start: 16, move: 5, people: 6200 },
  hoeringssvar: { start: 7, move: 3, people: 0 },
  idraetsmedlemskaber: { start: 39.5, move: 4, people: 0, everywhere: true },
  'job-via-partnerskab': { start: 85, move: 60, people: 0 },
  'kandidater-koen': { start: 29, move: 9, people: 140 },
  'karaktergennemsnit-9kl': { start: 7.2, move: 0.6, people: 0 },
  'kun-grundskole-25-29': { start: 21, move: -4, people: 3600 },
  laerepladssoegende: { start: 96, move: 30, people: 0 },
  'langvarig-ydelse': { start: 640, move: 160, people: 0 },
  'medlemsratio-koen-unge': { start: 0.74, move: 0.14, people: 0 },
  'neet-16-24': { start: 10.9, move: 5, people: 6100, everywhere: true },
  'nye-foreninger': { start: 16, move: 5, people: 0 },
  'oplevet-indflydelse': { start: 34, move: 6, people: 0 },
  'overgang-ungdomsudd': { start: 88, move: 5, people: 0 },
  'paragraf18-midler': { start: 21, move: 4, people: 0 },
  'partnerskaber-aktive': { start: 12, move: 14, people: 0 },
  'profilmodel-ungdomsuddannelse': { start: 84, move: 6, people: 0 },
  'pulje-tilsagn': { start: 26, move: 12, people: 0 },
  samskabelsesprojekter: { start: 12, move: 8, people: 0 },
  'skole-hjem-samtaler': { start: 84, move: 8, people: 6200 },
  'skolebestyrelse-kampvalg': { start: 31, move: 50, people: 16 },
  'tillid-til-andre': { start: 6.9, move: 0.4, people: 0 },
  'ungdomsudd-25aarige': { start: 71, move: 8, people: 700 },
  'ungeraad-deltagelse': { start: 31, move: 22, people: 2050 },
  'unge-blandt-deltagere': { start: 14, move: 6, people: 900 },
  'valgdeltagelse-fv': { start: 84.5, move: 3, people: 46_500 },
  'valgdeltagelse-kv': { start: 68.9, move: 7, people: 50_400, everywhere: true },
  virksomhedssamarbejde: { start: 34, move: 8, people: 2600 },
}

/** The level of an indicator; one that is not known here has a level usual for its unit. */
export function levelOf({ slug, unit }: Pick<Indicator, 'slug' | 'unit'>): Level {
  return levels[slug] ?? { ...byUnit[unit], people: unit === 'percent' ? 3600 : 0 }
}
