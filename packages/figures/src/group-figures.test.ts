import * as fc from 'fast-check'
import { assert, describe, expect, it } from 'vitest'
import { seriesOf, yearlyChart } from './chart.fixture.ts'
import { dotPlotModel } from './dot-plot-model.ts'
import { dotStates, panelStates } from './group-states.fixture.ts'
import { panelsModel } from './panels-model.ts'
import type { Box } from './place-labels.ts'
import { dotPlotSvg, panelSvg } from './svg.ts'

const overlap = (a: Box, b: Box): boolean =>
  a.x + 0.5 < b.x + b.width && b.x + 0.5 < a.x + a.width && a.y + 2 < b.y + b.height && b.y + 2 < a.y + a.height

function collisions(texts: readonly { readonly text: string; readonly box: Box }[]): string[] {
  return texts.flatMap((a, index) =>
    texts.slice(index + 1).flatMap((b) => (overlap(a.box, b.box) ? [`${a.text} × ${b.text}`] : [])),
  )
}

const group = (key: string, values: readonly (number | null)[]) =>
  seriesOf(
    values.map((value, index): [string, number | null] => [String(2015 + index), value]),
    { key, role: 'comparison', label: key },
  )
const size = { width: 236, height: 132 }

describe('groups one by one', () => {
  it('share their scales, and the whole is behind each', () => {
    const total = seriesOf([
      ['2015', 50],
      ['2016', 50],
    ])
    const panels = panelsModel(
      yearlyChart([], { series: [total, group('lav', [10, 10]), group('høj', [90, 90])] }),
      size,
    )
    expect(panels.map(({ name }) => name)).toEqual(['lav', 'høj'])
    expect(panels[0]?.whole).toEqual(panels[1]?.whole)
    expect(panels[0]?.gridlines).toEqual(panels[1]?.gridlines)
    expect(panels[0]?.latest?.y).toBeGreaterThan(panels[1]?.latest?.y ?? Infinity)
  })

  it('have no line over a year that is missing, and no drawing where nothing is known', () => {
    const input = yearlyChart([], {
      series: [group('a', [1, 2, null, 3, 4]), group('b', [null, null, null, null, null])],
    })
    const panels = panelsModel(input, size)
    expect(panels.map(({ paths }) => paths.length)).toEqual([2, 0])
    expect(panels[1]?.latest).toBeNull()
    expect(panelsModel(yearlyChart([null]), size)).toEqual([])
  })

  it('say every figure in words', () => {
    const [panel] = panelsModel(yearlyChart([], { series: [group('Unge', [45, 47])] }), size)
    assert(panel !== undefined)
    expect(panelSvg(panel)).toContain('2015: 45,0\u00A0%; 2016: 47,0\u00A0%.')
  })

  it('never set one text on another, nor outside', () => {
    const values = fc.array(fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null }), {
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 8 }), (groups) => {
        const series = groups.map((one, index) => group(`g${index}`, one))
        for (const { texts } of panelsModel(yearlyChart([], { series }), size)) {
          expect(collisions(texts)).toEqual([])
          const outside = texts.filter(({ box }) => box.x < 0 || box.y < 0 || box.x + box.width > size.width + 0.1)
          expect(outside).toEqual([])
        }
      }),
    )
  })

  it.each(panelStates)('are drawn: $name', ({ input }) => {
    const panels = panelsModel(input, size)
    expect(panels.length).toBeGreaterThan(0)
    for (const panel of panels) expect(panelSvg(panel)).not.toContain('NaN')
  })
})

describe('groups in their latest period', () => {
  it.each(dotStates.flatMap(({ name, input }) => [300, 640, 760].map((width) => ({ name, input, width }))))(
    'never collide, and none is left out: $name, $width px',
    ({ input, width }) => {
      const model = dotPlotModel({ ...input, width })
      assert(model !== null)
      expect(collisions(model.texts)).toEqual([])
      for (const { words } of input.rows) expect(model.texts.map(({ text }) => text)).toContain(words)
      const places = model.rows.flatMap(({ dot, bar }) => [dot ?? 0, bar ?? 0])
      expect(places.filter((at) => at < 0 || at > width)).toEqual([])
      expect(dotPlotSvg(model)).not.toContain('NaN')
    },
  )

  it('with nothing known are no drawing', () => {
    const [state] = dotStates
    const rows = [{ key: 'a', name: 'Unge', value: null, words: 'for få personer', reference: null }]
    assert(state !== undefined)
    expect(dotPlotModel({ ...state.input, rows, width: 300 })).toBeNull()
  })
})
