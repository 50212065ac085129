import { expect, it } from 'vitest'
import { Verdict } from '@pejling/domain/progress/assessment'
import { indicatorChartSvg, summarySparklineSvg } from './chart-of-indicator.ts'
import { countryFigures, turnoutFigures } from './chart.fixture.ts'
import { documentOf, observationsOf } from './indicator-document.fixture.ts'
import { summaryOf } from './sparkline-states.fixture.ts'
import { toneOf } from './tone.ts'
import { verdictMarkSvg } from './verdict-mark.ts'

const summary = summaryOf()
const page = { width: 900, height: 420, standalone: false }
const row = { width: 170, height: 44 }

it('a chart is an image with a name and a text alternative', () => {
  const svg = indicatorChartSvg(documentOf(), 'da', page)
  expect(svg).toContain('role="img"')
  expect(svg).toContain('<title>Valgdeltagelse &lt;kommunalvalg&gt; &amp; &quot;råd&quot;</title>')
  expect(svg).toMatch(/<desc>Deltagelsen steg\. 2009: 68,4\u00A0%/)
})

it('a chart speaks English to English readers', () => {
  const svg = indicatorChartSvg(documentOf(), 'en', page)
  expect(svg).toContain('Turnout rose.')
  expect(svg).toContain('>Denmark 69.2</text>')
})

it('a strict content security policy lets every figure through', () => {
  const figures = [
    indicatorChartSvg(documentOf(), 'da', { ...page, standalone: true }),
    summarySparklineSvg(summary, 'da', row),
    ...Verdict.options.map((verdict) => verdictMarkSvg(verdict, 20)),
  ]
  for (const svg of figures) expect(svg).not.toMatch(/ style=|<style|<script|href=/)
})

it('a chart that stands alone brings its heading and its paper', () => {
  const alone = indicatorChartSvg(documentOf(), 'en', { ...page, standalone: true })
  expect(alone).toMatch(/figure-heading[^>]*>Turnout</)
  expect(alone).toContain('figure-paper')
  expect(alone).toContain('width="900" height="420"')
  expect(indicatorChartSvg(documentOf(), 'en', page)).not.toContain('figure-paper')
})

it('a chart on a page is set in the page’s typeface, and brings one where there is no page', () => {
  expect(indicatorChartSvg(documentOf(), 'da', page)).not.toContain('font-family')
  expect(summarySparklineSvg(summary, 'da', row)).not.toContain('font-family')
  expect(indicatorChartSvg(documentOf(), 'da', { ...page, standalone: true })).toContain('font-family')
})

it('a figure that ends in an abbreviation has one full stop', () => {
  const kroner = { unit: 'kroner' as const, decimals: 0 }
  const document = documentOf({ indicator: { ...documentOf().indicator, ...kroner } })
  expect(indicatorChartSvg(document, 'da', page)).toMatch(/kr\.(?!\.)/)
  expect(indicatorChartSvg(document, 'da', page)).not.toContain('..')
  expect(summarySparklineSvg({ ...summary, ...kroner }, 'da', row)).toMatch(/kr\. (?:Mål|På)[^<]*<\/title>/)
})

it('the last measurement has the colour of the verdict', () => {
  expect(indicatorChartSvg(documentOf(), 'da', page)).toMatch(/figure-point-latest[^>]*fill="#1f7a63"/)
})

it('invented figures say so, in the picture and in words', () => {
  const svg = indicatorChartSvg(documentOf({ demonstration: true }), 'da', page)
  expect(svg.split('Opfundne tal, kun til demonstration.')).toHaveLength(3)
})

it('without a figure the picture says that there is none yet', () => {
  const nothing = documentOf({ series: [observationsOf('217', [])] })
  expect(indicatorChartSvg(nothing, 'da', page)).toContain('>Ingen data endnu</text>')
  expect(indicatorChartSvg(nothing, 'en', page)).toContain('>No data yet</text>')
  expect(summarySparklineSvg({ ...summary, latest: null, points: [] }, 'da', row)).toContain('>Ingen data endnu</text>')
})

it('figures of the whole country alone are not passed off as the municipality’s', () => {
  const others = documentOf({ series: [observationsOf('217', []), observationsOf('000', countryFigures)] })
  expect(indicatorChartSvg(others, 'da', page)).toContain('>Ingen data endnu</text>')
})

it('the whole country is shown from the municipality’s first figure on', () => {
  const longer = [...countryFigures, ['2001-11-20', 85] as const, ['2005-11-15', 69.5] as const]
  const svg = indicatorChartSvg(
    documentOf({ series: [observationsOf('217', turnoutFigures), observationsOf('000', longer)] }),
    'da',
    page,
  )
  expect(svg).not.toContain('>2001</text>')
  expect(svg.match(/figure-point-benchmark/g)).toHaveLength(turnoutFigures.length)
})

it('a small trend shows its target and says it in words', () => {
  const svg = summarySparklineSvg(summary, 'da', row)
  expect(svg).toContain('>mål 75</text>')
  expect(svg).toContain('Mål 2029: 75\u00A0%')
  expect(svg).toContain('figure-target-way')
})

it('a small trend without a target draws no target line', () => {
  expect(summarySparklineSvg({ ...summary, target: null }, 'da', row)).not.toContain('figure-target-way')
})

it('a mark is filled only where somebody decided a target', () => {
  expect(verdictMarkSvg('on-track', 20)).toContain('mark-disc')
  for (const verdict of ['improving', 'stable', 'unclear', 'worsening', 'no-data', 'not-assessed'] as const) {
    expect(verdictMarkSvg(verdict, 20)).not.toContain('mark-disc')
  }
})

const glyph = (verdict: Verdict) => /d="([^"]+)"/.exec(verdictMarkSvg(verdict, 20))?.[1]

it('what is unchanged has one glyph and one colour, with a target and without', () => {
  expect(glyph('no-change')).toBe(glyph('stable'))
  expect(toneOf('no-change')).toBe(toneOf('stable'))
  expect(new Set(Verdict.options.map(glyph)).size).toBe(9)
})

it('where every figure is withheld, the drawing says that they are about too few people, never that there are none', () => {
  const points = summary.points.map((point) => ({ ...point, value: null, status: 'Q' as const }))
  const svg = summarySparklineSvg({ ...summary, points, latest: null }, 'da', row)
  expect(svg).toContain('For få personer')
  expect(svg).not.toContain('Ingen data')
})

it('marks are hidden from assistive technology, because the words stand beside them', () => {
  for (const verdict of Verdict.options) expect(verdictMarkSvg(verdict, 20)).toContain('aria-hidden="true"')
})

it('nothing is projected where the direction is not certain, for a line drawn onwards would tell one', () => {
  const ahead = [2029, 2033].map((time) => ({ time, value: 80, low: 70, high: 90 }))
  const from = { period: '2025', time: 2025, value: 79 }
  const expected = { slope: 1, from, points: ahead, reachesTargetIn: null }
  const drawn = (verdict: Verdict): string => {
    const assessments = documentOf().assessments.map((one) => ({ ...one, verdict, expected }))
    return indicatorChartSvg(documentOf({ assessments }), 'da', { width: 720, height: 300, standalone: false })
  }
  expect(drawn('worsening')).toContain('Fremskrevet til 2033')
  expect(drawn('unclear')).not.toContain('Fremskrevet')
})
