import { documentPath } from '@pejling/domain/release/paths'
import { FrameworkDocument, GoalDocument, IndicatorDocument } from '@pejling/domain/release/documents'
import { expect, it } from 'vitest'
import { documentsOf } from '../documents/documents.fixture.ts'
import { visit, wordsOf } from '../app/visit.fixture.ts'

const pages = [
  ['/', '/en'],
  ['/maal/2.2', '/en/goal/2.2'],
  ['/indikator/valgdeltagelse-kv', '/en/indicator/valgdeltagelse-kv'],
] as const

const surveyed = <Summary extends FrameworkDocument['headlines'][number]>(summary: Summary): Summary => ({
  ...summary,
  latest: summary.latest && { ...summary.latest, margin: 2.08 },
})

it.each(pages)('how the figure lies against the country stands on %s and %s', (danish, english) => {
  expect(wordsOf(visit(danish))).toMatch(
    /1,3 procentpoint over landet; (?:afstanden er \p{L}+ |i \d{4} var afstanden )/u,
  )
  expect(wordsOf(visit(danish)).split('over landet')).toHaveLength(2)
  expect(wordsOf(visit(english))).toMatch(
    /1\.3 percentage points above the national figure; (?:the gap (?:is|has) |in \d{4} the gap was )/,
  )
})

it('a survey’s margin stands as a number behind the figure, on the overview and on the page of its goal', () => {
  const framework = FrameworkDocument.parse(documentsOf().get(documentPath.framework('medborgerskab')))
  const goal = GoalDocument.parse(documentsOf().get(documentPath.goal('2.2')))
  const documents = {
    [documentPath.framework('medborgerskab')]: { ...framework, headlines: framework.headlines.map(surveyed) },
    [documentPath.goal('2.2')]: { ...goal, indicators: goal.indicators.map(surveyed) },
  }
  expect(wordsOf(visit('/', { documents }))).toContain('70,5 % ± 2,1')
  expect(wordsOf(visit('/maal/2.2', { documents }))).toContain('70,5 % ± 2,1')
  expect(wordsOf(visit('/en/goal/2.2', { documents }))).toContain('± 2.1')
})

it('an older release, which compared nothing, is shown as it was', () => {
  const goal = GoalDocument.parse(documentsOf().get(documentPath.goal('2.2')))
  const older = goal.indicators.map(({ comparison: _none, people: _nobody, ...summary }) => summary)
  const page = visit('/maal/2.2', { documents: { [documentPath.goal('2.2')]: { ...goal, indicators: older } } })
  expect(page.status).toBe(200)
  expect(wordsOf(page)).not.toContain('over landet')
})

const turnout = (): IndicatorDocument =>
  IndicatorDocument.parse(documentsOf().get(documentPath.indicator('valgdeltagelse-kv')))

const shown = (document: IndicatorDocument, address = '/indikator/valgdeltagelse-kv') =>
  visit(address, { documents: { [documentPath.indicator('valgdeltagelse-kv')]: document } })

it('the page of an indicator lists what it is compared with, an item for each', () => {
  const document = turnout()
  const { html } = shown(document)
  const list = /<ul class="compared" aria-label="Sammenligning">(.*?)<\/ul>/.exec(html)?.[1] ?? ''
  const { benchmarks = [], rank, sinceLast, toTarget } = document.comparison ?? {}
  const said = [...benchmarks, rank, sinceLast, toTarget].filter((part) => part !== null)
  expect(said.length).toBeGreaterThan(0)
  expect(list.match(/<li>/g)).toHaveLength(said.length)
})

it('a figure of the country that is older than the one before the latest is no key figure, nor is one that grows with size', () => {
  const document = turnout()
  const keyFigures = (changed: IndicatorDocument) => /<dl class="key-figures".*?<\/dl>/.exec(shown(changed).html)?.[0]
  const until = (year: string): IndicatorDocument => ({
    ...document,
    series: document.series.map((one) =>
      one.key === '000'
        ? { ...one, observations: one.observations.filter(({ period }) => period.slice(0, 4) <= year) }
        : one,
    ),
  })
  expect(keyFigures(document)).toContain('Hele landet, 2025')
  expect(keyFigures(until('2021'))).toContain('Hele landet, 2021')
  expect(keyFigures(until('2017'))).not.toContain('Hele landet')
  const noun = { one: { da: 'vælger', en: 'voter' }, other: { da: 'vælgere', en: 'voters' } }
  const counted = { ...document, indicator: { ...document.indicator, unit: 'count', noun } } as const
  expect(keyFigures(counted)).not.toContain('Hele landet')
  expect(wordsOf(shown(counted)).match(/Hele landet, \d{4}: /)).toBeNull()
})

it('figures that look the same are unchanged among the key figures, as they are on cards', () => {
  const document = turnout()
  const still = {
    since: '2021-11-16',
    change: 0.001,
    isVisible: false,
    step: null,
    explanation: null,
    roundingShows: false,
  }
  const assessments = document.assessments.map((one) => ({ ...one, movement: still }))
  const words = wordsOf(shown({ ...document, assessments }, '/en/indicator/valgdeltagelse-kv'))
  expect(words).toMatch(/Since 2021 ?unchanged/)
})

it('what a figure’s status mark means is written below it, on a touch screen too', () => {
  const goal = GoalDocument.parse(documentsOf().get(documentPath.goal('2.2')))
  const estimated = goal.indicators.map((one) => ({ ...one, latest: one.latest && { ...one.latest, status: 'E' } }))
  const page = visit('/maal/2.2', { documents: { [documentPath.goal('2.2')]: { ...goal, indicators: estimated } } })
  expect(wordsOf(page)).toContain('Anslået (e)')
})
