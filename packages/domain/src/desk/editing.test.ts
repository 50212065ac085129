import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import { Target } from '../target/target.ts'
import type { Locale } from '../text.ts'
import { indicatorEditor, readTarget, targetForm } from './editing.ts'
import type { TargetPlace } from './editing.ts'
import type { EditedField, Typed } from './fields.ts'

const indicator = exampleIndicator({
  cadence: { periodKind: 'year', everyYears: 1, delayMonths: 6 },
  caveats: [
    { da: 'Første', en: 'First' },
    { da: 'Anden', en: 'Second' },
  ],
})
const place: TargetPlace = {
  indicator,
  latest: { period: '2025', value: 68.5 },
  areas: [{ code: '000', name: { da: 'Hele landet', en: 'All of Denmark' }, kind: 'country', parents: [] }],
}

/** A form sent as it stands, but for what is typed again. */
const sent =
  (fields: readonly EditedField[], anew: Readonly<Record<string, string>> = {}): Typed =>
  (name) => {
    if (anew[name] !== undefined) return anew[name]
    const field = fields.find((one) => name === one.name || name === `${one.name}.en`)
    return (name.endsWith('.en') ? field?.en : field?.da) ?? ''
  }

function problemsOf(read: { readonly value: unknown } | { readonly fields: readonly EditedField[] }): string[] {
  return 'fields' in read
    ? read.fields.flatMap(({ name, problem }) => (problem === null ? [] : [`${name}: ${problem.da}`]))
    : []
}

const anyNumber = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 1000)
const anyWords = fc.stringMatching(/^[a-zæøå]{1,12}$/).map((da) => ({ da, en: `${da} too` }))
const anyYear = fc.integer({ min: 1990, max: 2060 }).map(String)
const anyTarget = fc
  .record({
    baseline: fc.record({ period: anyYear, value: anyNumber }),
    end: anyYear,
    value: anyNumber,
    follows: fc.boolean(),
    milestones: fc.array(fc.record({ period: anyYear, value: anyNumber }), { maxLength: 4 }),
    method: fc.constantFrom(null, 'linear' as const, 'theil-sen' as const),
    decidedBy: anyWords,
    note: fc.option(anyWords),
  })
  .map(({ end, value, follows, ...rest }) =>
    Target.parse({
      slug: 'maal',
      series: indicator.area,
      target: follows ? null : { period: end, value },
      band: null,
      benchmark: follows ? { area: '000', period: end, difference: value } : null,
      decidedOn: '2026-01-31',
      ...rest,
    }),
  )
const anyLocale = fc.constantFrom<Locale>('da', 'en')

describe('a form that is sent as it stands', () => {
  it('changes nothing of a target, whatever it is and in either language', () => {
    fc.assert(
      fc.property(anyTarget, anyLocale, (target, locale) => {
        expect(readTarget(target, place, sent(targetForm(target, place, locale)), locale)).toEqual({ value: target })
      }),
    )
  })

  it('changes nothing of an indicator', () => {
    for (const locale of ['da', 'en'] as const) {
      const fields = indicatorEditor.fields(indicator, locale)
      expect(indicatorEditor.read(indicator, sent(fields), locale)).toEqual({ value: indicator })
    }
  })
})

describe('an indicator', () => {
  const fields = indicatorEditor.fields(indicator, 'da')
  const read = (anew: Record<string, string>) => indicatorEditor.read(indicator, sent(fields, anew), 'da')

  it('takes what was typed and keeps what the form does not show', () => {
    const changed = read({ owner: 'Center for Kultur', 'owner.en': 'Centre for Culture', decimals: '2' })
    expect(changed).toEqual({
      value: { ...indicator, owner: { da: 'Center for Kultur', en: 'Centre for Culture' }, decimals: 2 },
    })
  })

  it('keeps a list of what remains to be done, and what is said while there are no figures; emptied, they are gone', () => {
    const typed = { tasks: 'Spørg', 'tasks.en': 'Ask', withoutFigures: 'Hos X', 'withoutFigures.en': 'At X' }
    const more = { ...indicator, tasks: [{ da: 'Spørg', en: 'Ask' }], withoutFigures: { da: 'Hos X', en: 'At X' } }
    expect(read(typed)).toEqual({ value: more })
    const emptied = { tasks: '', 'tasks.en': '', withoutFigures: '', 'withoutFigures.en': '' }
    const shown = indicatorEditor.fields(more, 'da')
    expect(indicatorEditor.read(more, sent(shown), 'da')).toEqual({ value: more })
    expect(indicatorEditor.read(more, sent(shown, emptied), 'da')).toEqual({ value: indicator })
  })

  it('takes what people in the numerator are called, and forgets it when both fields are emptied', () => {
    const typed = { peopleOne: 'vælger', 'peopleOne.en': 'voter', peopleOther: 'vælgere', 'peopleOther.en': 'voters' }
    const numeratorNoun = { one: { da: 'vælger', en: 'voter' }, other: { da: 'vælgere', en: 'voters' } }
    const more = { ...indicator, numeratorNoun }
    expect(read(typed)).toEqual({ value: more })
    const shown = indicatorEditor.fields(more, 'da')
    expect(indicatorEditor.read(more, sent(shown), 'da')).toEqual({ value: more })
    const emptied = { peopleOne: '', 'peopleOne.en': '', peopleOther: '', 'peopleOther.en': '' }
    expect(indicatorEditor.read(more, sent(shown, emptied), 'da')).toEqual({ value: indicator })
  })

  it.each([
    [{ peopleOne: 'vælger', 'peopleOne.en': 'voter' }, 'peopleOther: Skriv både, hvad én kaldes'],
    [{ peopleOther: 'vælgere', 'peopleOther.en': 'voters' }, 'peopleOther: Skriv både, hvad én kaldes'],
    [{ 'name.en': '' }, 'name: Skriv teksten på begge sprog.'],
    [{ name: '', 'name.en': '' }, 'name: Skriv noget her.'],
    [{ owner: 'Kultur' }, 'owner: Skriv teksten på begge sprog.'],
    [{ caveats: 'Kun den' }, 'caveats: Der er 1 linjer på dansk og 2 på engelsk.'],
    [{ nextExpectedOn: 'til foråret' }, 'nextExpectedOn: “til foråret” er ikke en dato.'],
    [{ decimals: '12' }, 'decimals: “12” kan ikke vælges.'],
  ])('says at the field what is wrong with %j', (anew, problem) => {
    expect(problemsOf(read(anew))).toEqual([expect.stringContaining(problem)])
  })
})

const read = (anew: Record<string, string>, at = place) =>
  readTarget(null, at, sent(targetForm(null, at, 'da'), anew), 'da')

describe('a target', () => {
  const decided = { period: '2030', decidedBy: 'Byrådet', 'decidedBy.en': 'The council', decidedOn: '2026-02-01' }

  it('that is not decided yet begins at the newest figure', () => {
    expect(read({ ...decided, value: '75,5 %' })).toMatchObject({
      value: {
        baseline: { period: '2025', value: 68.5 },
        target: { period: '2030', value: 75.5 },
        series: indicator.area,
      },
    })
  })

  it('may follow another area, or be a band where the indicator is to stay within one', () => {
    expect(read({ ...decided, follow: '000' })).toMatchObject({
      value: { target: null, benchmark: { area: '000', period: '2030', difference: 0 } },
    })
    const kept = { ...place, indicator: { ...indicator, direction: 'maintain' as const } }
    expect(read({ ...decided, low: '20', high: '30' }, kept)).toMatchObject({
      value: { target: null, band: { period: '2030', low: 20, high: 30 } },
    })
    expect(problemsOf(read({ ...decided, low: '30', high: '20' }, kept))).toEqual([
      'high: Den øvre grænse ligger under den nedre.',
    ])
  })

  it.each([
    [{}, 'value: Skriv enten en værdi eller et område'],
    [{ value: '75', follow: '000' }, 'value: Skriv enten en værdi eller et område'],
    [{ value: '75', decidedBy: '', 'decidedBy.en': '' }, 'decidedBy: Skriv noget her.'],
    [{ value: '75', decidedOn: '' }, 'decidedOn: Skriv noget her.'],
    [{ value: 'højere' }, 'value: “højere” er ikke et tal.'],
    [{ value: '75', period: 'snart' }, 'period: “snart” er ikke en periode for denne indikator. Skriv den som'],
    [{ value: '75', milestones: '2027: 70\n2028' }, 'milestones: '],
    [{ value: '75', method: 'gæt' }, 'method: “gæt” kan ikke vælges.'],
  ])('says at the field what is wrong with %j', (anew, problem) => {
    expect(problemsOf(read({ ...decided, ...anew }))).toEqual([expect.stringContaining(problem)])
  })
})
