import type { ActionPlan } from '../action-plan/action-plan.ts'
import { describe, expect, it } from 'vitest'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import type { Target } from '../target/target.ts'
import { compileActionPlans, compileIndicator, type IndicatorMaterial } from './compile.ts'
import { IndicatorDocument, IndicatorSummary, ObservationsDocument } from '../release/documents.ts'

const text = { da: 'Tekst', en: 'Text' }
const years = ['2020', '2021', '2022', '2023', '2024']

function material(change: Partial<IndicatorMaterial> = {}): IndicatorMaterial {
  return {
    demonstration: false,
    on: '2026-06-30',
    indicator: exampleIndicator({ cadence: { periodKind: 'year', everyYears: 1, delayMonths: 3 } }),
    goals: [],
    sources: [],
    provenances: [],
    areas: [],
    dimensions: [],
    targets: [],
    overrides: [],
    inputs: [],
    earlier: [],
    linked: [],
    series: [
      {
        key: '217',
        area: '217',
        categories: {},
        observations: years.map((period, index) => exampleObservation(period, 60 + index)),
      },
    ],
    ...change,
  }
}

const target: Target = {
  slug: 'maal',
  series: '217',
  baseline: { period: '2020', value: 60 },
  target: { period: '2028', value: 75 },
  band: null,
  benchmark: null,
  milestones: [],
  method: null,
  decidedBy: text,
  decidedOn: '2020-02-01',
  note: null,
}

describe('a compiled indicator', () => {
  it('is what the API promises', () => {
    const { document, observations, summary } = compileIndicator(material({ targets: [target] }))
    expect(IndicatorDocument.parse(document)).toEqual(document)
    expect(ObservationsDocument.parse(observations)).toEqual(observations)
    expect(IndicatorSummary.parse(summary)).toEqual(summary)
  })

  it('is compared with the figure before the latest, with a target as without', () => {
    const before = { period: '2023', value: 63 }
    expect(compileIndicator(material()).summary.previous).toEqual(before)
    expect(compileIndicator(material({ targets: [target] })).summary.previous).toEqual(before)
  })

  it('is compared with nothing across a break', () => {
    const indicator = exampleIndicator({
      cadence: { periodKind: 'year', everyYears: 1, delayMonths: 3 },
      breaks: [{ period: '2024', reason: text }],
    })
    expect(compileIndicator(material({ indicator })).summary.previous).toBeNull()
  })

  it('says that there are no figures where there are none', () => {
    const { summary, document } = compileIndicator(material({ series: [] }))
    expect(summary).toMatchObject({ verdict: 'no-data', latest: null, previous: null, points: [] })
    expect(document.assessments).toHaveLength(1)
  })
})

const plan = (year: number): ActionPlan => ({
  year,
  mark: null,
  framework: 'politik',
  title: text,
  actions: [],
})

describe('action plans', () => {
  it('are listed newest first', () => {
    const { list } = compileActionPlans([plan(2025), plan(2027), plan(2026)], false)
    expect(list.actionPlans.map(({ year }) => year)).toEqual([2027, 2026, 2025])
  })
})
