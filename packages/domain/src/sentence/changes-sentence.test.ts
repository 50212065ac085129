import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countChanges } from './count-changes.ts'
import type { IndicatorChange } from '../release/release.ts'
import { changesSentence } from './changes-sentence.ts'

const none = {
  added: 0,
  corrected: 0,
  removed: 0,
  verdicts: 0,
  definitions: 0,
  newIndicators: 0,
  goneIndicators: 0,
}

function change(differences: Partial<IndicatorChange>): IndicatorChange {
  return {
    indicator: 'deltagelse',
    name: { da: 'Deltagelse', en: 'Turnout' },
    unit: 'percent',
    decimals: 1,
    noun: null,
    periodKind: 'year',
    change: 'changed',
    verdict: null,
    definitionChanged: false,
    observations: [],
    ...differences,
  }
}

const figure = (before: number | null, after: number | null): IndicatorChange['observations'][number] => ({
  series: '217',
  seriesName: { da: 'Helsingør', en: 'Helsingør' },
  period: '2024',
  before: before === null ? null : { value: before, status: 'A' },
  after: after === null ? null : { value: after, status: 'A' },
})

describe('what changed, in a sentence', () => {
  it.each([
    [none, 'Ingen tal og ingen vurderinger er ændret.', 'No figures and no assessments have changed.'],
    [{ ...none, added: 1 }, '1 tal er nyt.', '1 figure is new.'],
    [
      { ...none, added: 12, corrected: 2, verdicts: 1 },
      '2 tal er rettet, 12 tal er nye og 1 vurdering er ændret.',
      '2 figures have been corrected, 12 figures are new and 1 assessment has changed.',
    ],
  ])('counts in the singular and the plural', (counts, da, en) => {
    expect(changesSentence(counts)).toEqual({ da, en })
  })

  it('says every number that is not zero, and no other', () => {
    const count = fc.nat(3)
    fc.assert(
      fc.property(
        fc.record({
          added: count,
          corrected: count,
          removed: count,
          verdicts: count,
          definitions: count,
          newIndicators: count,
          goneIndicators: count,
        }),
        (counts) => {
          const said = [...changesSentence(counts).da.matchAll(/\d+/g)].map(([digits]) => Number(digits))
          const meant = Object.values(counts).filter((each) => each > 0)
          expect(said.toSorted((a, b) => a - b)).toEqual(meant.toSorted((a, b) => a - b))
        },
      ),
    )
  })

  it('tells a correction from a new figure and from one that is gone', () => {
    const indicators = [
      change({ observations: [figure(1, 2), figure(null, 2), figure(1, null)] }),
      change({ change: 'added', verdict: { before: null, after: 'improving' }, observations: [figure(null, 1)] }),
      change({ verdict: { before: 'stable', after: 'improving' }, definitionChanged: true }),
    ]
    expect(countChanges({ indicators })).toEqual({
      ...none,
      added: 2,
      corrected: 1,
      removed: 1,
      verdicts: 1,
      definitions: 1,
      newIndicators: 1,
    })
  })
})
