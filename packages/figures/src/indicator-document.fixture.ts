import { exampleIndicator } from '@pejling/domain/indicator/indicator.fixture'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { countryFigures, turnoutFigures } from './chart.fixture.ts'

const text = (da: string, en = da) => ({ da, en })

/** A series of one area, all of its figures normal. */
export function observationsOf(
  area: string,
  figures: readonly (readonly [string, number])[],
): IndicatorDocument['series'][number] {
  return {
    key: area,
    area,
    categories: {},
    observations: figures.map(([period, value]) => ({
      period,
      value,
      numerator: null,
      denominator: null,
      status: 'A',
      footnote: null,
      sampleSize: null,
      margin: null,
      provenance: null,
    })),
  }
}

/** The released document of an indicator of turnout, with the given differences. */
export function documentOf(differences: Partial<IndicatorDocument> = {}): IndicatorDocument {
  return {
    demonstration: false,
    indicator: exampleIndicator({
      name: text('Valgdeltagelse <kommunalvalg> & "råd"', 'Turnout'),
      limits: { lower: 0, upper: 100 },
    }),
    goals: [],
    sources: [],
    provenances: [],
    viaThirdParty: false,
    areas: [{ code: '000', name: text('Hele landet', 'Denmark'), kind: 'country', parents: [] }],
    dimensions: [],
    lineage: null,
    comparison: null,
    representation: null,
    targets: [],
    assessments: [
      {
        series: '217',
        target: null,
        verdict: 'improving',
        reason: null,
        method: { name: 'trend', version: '1' },
        inputs: {
          points: [],
          baseline: null,
          latest: null,
          target: null,
          targetBand: null,
          noChangeBand: 1,
          change: null,
          ratio: null,
          score: null,
        },
        provisional: false,
        fewPoints: false,
        breakAt: null,
        uncertain: false,
        stable: true,
        variants: [],
        expected: null,
        override: null,
        sentence: text('Deltagelsen steg.', 'Turnout rose.'),
        notes: [],
        movement: null,
      },
    ],
    series: [observationsOf('217', turnoutFigures), observationsOf('000', countryFigures)],
    ...differences,
  }
}
