import { Verdict } from '@pejling/domain/progress/assessment'
import { chartModel } from '@pejling/figures/chart-model'
import { summarySparklineSvg } from '@pejling/figures/chart-of-indicator'
import { chartStates, sheetSizes } from '@pejling/figures/chart-states.fixture'
import { sparklineStates } from '@pejling/figures/sparkline-states.fixture'
import { dotPlotModel } from '@pejling/figures/dot-plot-model'
import { dotStates, panelStates } from '@pejling/figures/group-states.fixture'
import { panelsModel } from '@pejling/figures/panels-model'
import { chartSvg, dotPlotSvg, emptySvg, panelSvg } from '@pejling/figures/svg'
import { verdictMarkSvg } from '@pejling/figures/verdict-mark'
import type { ChartInput } from '@pejling/figures/chart-input'
import { createRoot } from 'react-dom/client'
import type { JSX } from 'react'
import { linksFor } from '@pejling/addresses/links'
import { Drawing } from '../src/components/drawing.tsx'
import { CurrentPage } from '../src/components/page-context.ts'
import { ExploreChart } from '../src/pages/indicator/explore-chart.tsx'
import { messages } from '../src/i18n/messages.ts'

/*
 * Every chart in every state, for developers: as the server draws it, and beside it as it is read point by point. The test
 * in e2e/pages/gallery.test.ts measures what stands here.
 */

/** A small trend in a row of a list, and at the head of a goal. */
const trendSizes = [
  { width: 170, height: 48 },
  { width: 420, height: 112 },
] as const

const panelSize = { width: 236, height: 132 }

function Place({ input }: { readonly input: ChartInput }): JSX.Element {
  const model = chartModel(input)
  const { width, height } = input
  const size = { width, height, paper: false }
  return (
    <div className="gallery-row" data-size={width}>
      <div className="gallery-place" data-renderer="static" style={{ width }}>
        <Drawing
          className="chart"
          svg={model ? chartSvg(model, null) : emptySvg(input.title, 'Ingen data endnu', size)}
        />
      </div>
      {model && (
        <div className="gallery-place" data-renderer="explored" style={{ width }}>
          <ExploreChart model={model} input={input} focused={false} />
        </div>
      )}
    </div>
  )
}

function Gallery(): JSX.Element {
  return (
    <>
      <h1>Charts in every state</h1>
      <section>
        <h2>Marks</h2>
        <div className="gallery-row">
          {Verdict.options.map((verdict) => (
            <Drawing key={verdict} className="drawing" svg={verdictMarkSvg(verdict, 40)} />
          ))}
        </div>
      </section>
      <section>
        <h2>Small trends</h2>
        {trendSizes.map((size) => (
          <div key={size.width} className="gallery-row">
            {sparklineStates.map(({ name, summary }) => (
              <div key={name} className="gallery-trend" data-trend={name} style={{ width: size.width }}>
                <Drawing className="drawing" svg={summarySparklineSvg(summary, 'da', size)} />
                {name}
              </div>
            ))}
          </div>
        ))}
      </section>
      {panelStates.map(({ name, input }) => (
        <section key={name} data-state={name}>
          <h2>{name}</h2>
          <div className="gallery-row" data-size={panelSize.width}>
            {panelsModel(input, panelSize).map((panel) => (
              <div key={panel.key} className="gallery-place" data-renderer="panel" style={{ width: panelSize.width }}>
                {panel.name}
                <Drawing className="drawing" svg={panelSvg(panel)} />
              </div>
            ))}
          </div>
        </section>
      ))}
      {dotStates.map(({ name, input }) => (
        <section key={name} data-state={name}>
          <h2>{name}</h2>
          {sheetSizes.map(({ width }) => {
            const model = dotPlotModel({ ...input, width })
            return (
              <div key={width} className="gallery-row" data-size={width}>
                <div className="gallery-place" data-renderer="dots" style={{ width }}>
                  {model && <Drawing className="drawing" svg={dotPlotSvg(model)} />}
                </div>
              </div>
            )
          })}
        </section>
      ))}
      {[
        ...chartStates,
        { name: 'No figure at all', input: { ...chartStates[0]?.input, series: [] } as ChartInput },
      ].map(({ name, input }) => (
        <section key={name} data-state={name}>
          <h2>{name}</h2>
          {sheetSizes.map((sheet) => (
            <Place key={sheet.width} input={{ ...input, ...sheet }} />
          ))}
        </section>
      ))}
    </>
  )
}

const root = document.getElementById('gallery')
if (root) {
  createRoot(root).render(
    <CurrentPage value={{ locale: 'da', words: messages.da, links: linksFor('da', null), release: null }}>
      <Gallery />
    </CurrentPage>,
  )
}
