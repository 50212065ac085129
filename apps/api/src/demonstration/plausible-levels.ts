import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Unit } from '@pejling/domain/unit/unit'

/** Where an invented series begins, and for a share how many people or things it is a share of. */
export interface Level {
  readonly start: number
  readonly people: number
}

const byUnit: Record<Unit, number> = {
  percent: 55,
  'percentage-point': 12,
  count: 120,
  'per-hundred': 25,
  'per-thousand': 30,
  'index-100': 80,
  ratio: 0.7,
  score: 4,
  mark: 7,
  kroner: 90,
}

/** Invented, but of the size a reader would expect of such a figure. */
const levels: Readonly<Record<string, Level>> = {
  'aktiviteter-paa-tvaers': { start: 40, people: 0 },
  'befolkning-16-66': { start: 38_000, people: 0 },
  'befolkning-18-plus': { start: 51_000, people: 0 },
  beskaeftigelsesfrekvens: { start: 72, people: 38_000 },
  bestyrelsesmedlemmer: { start: 260, people: 0 },
  'bestyrelser-dissimilaritet-alder': { start: 0.34, people: 0 },
  'bestyrelser-repraesentation-herkomst': { start: 0.52, people: 0 },
  'borgerpanel-medlemmer': { start: 34, people: 0 },
  byraadsmedlemmer: { start: 25, people: 0 },
  'dansk-matematik-02': { start: 84, people: 640 },
  'dialogmoeder-deltagere': { start: 610, people: 0 },
  'digital-post-fritaget': { start: 11, people: 52_000 },
  'elevraad-aktive': { start: 62, people: 16 },
  elevtrivsel: { start: 3.6, people: 0 },
  ensomhed: { start: 11, people: 0 },
  foerstegangsvaelgere: { start: 58, people: 2100 },
  'forsoergede-fuldtidspersoner': { start: 7400, people: 0 },
  'fritidspas-boern': { start: 44, people: 520 },
  'hoejt-fravaer': { start: 18, people: 6200 },
  hoeringssvar: { start: 7, people: 0 },
  idraetsmedlemskaber: { start: 44, people: 0 },
  'job-via-partnerskab': { start: 85, people: 0 },
  'kandidater-koen': { start: 34, people: 180 },
  laerepladssoegende: { start: 150, people: 0 },
  'langvarig-ydelse': { start: 640, people: 0 },
  'medlemsratio-koen-unge': { start: 0.82, people: 0 },
  'neet-16-24': { start: 11, people: 6100 },
  'nye-foreninger': { start: 14, people: 0 },
  'overgang-ungdomsudd': { start: 86, people: 900 },
  'partnerskaber-aktive': { start: 18, people: 0 },
  'profilmodel-ungdomsuddannelse': { start: 83, people: 900 },
  'pulje-tilsagn': { start: 26, people: 0 },
  samskabelsesprojekter: { start: 12, people: 0 },
  'skole-hjem-samtaler': { start: 86, people: 6200 },
  'skolebestyrelse-kampvalg': { start: 30, people: 16 },
  'tillid-til-andre': { start: 6.4, people: 0 },
  'ungdomsudd-25aarige': { start: 72, people: 700 },
  'ungeraad-deltagelse': { start: 6, people: 2400 },
  'unge-blandt-deltagere': { start: 14, people: 900 },
  'valgdeltagelse-fv': { start: 84, people: 46_000 },
  'valgdeltagelse-gab-unge': { start: -14, people: 0 },
  'valgdeltagelse-kv': { start: 69, people: 50_000 },
  virksomhedssamarbejde: { start: 36, people: 2600 },
  'kun-grundskole-25-29': { start: 20, people: 43_000 },
}

/** The level of an indicator; one that is not known here begins at a level usual for its unit. */
export function levelOf({ slug, unit }: Indicator): Level {
  return levels[slug] ?? { start: byUnit[unit], people: 3600 }
}
