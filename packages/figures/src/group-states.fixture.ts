import type { ChartInput } from './chart-input.ts'
import { chartStates } from './chart-states.fixture.ts'
import type { DotPlotInput } from './dot-plot-model.ts'

/** Charts of groups, to be drawn in small charts of their own. */
export const panelStates: readonly { readonly name: string; readonly input: ChartInput }[] = chartStates
  .filter(({ input }) => input.series.some(({ role }) => role === 'comparison'))
  .map(({ name, input }) => ({ name: `${name}, one by one`, input }))

const plot: Omit<DotPlotInput, 'width' | 'rows'> = {
  title: 'Valgdeltagelse, 2025',
  sentence: 'Højest lå de ældste.',
  limits: { lower: 0, upper: 100 },
  decimals: 1,
  sign: '%',
  locale: 'da',
  legend: { dot: 'gruppen', bar: 'hele Helsingør' },
}
const row = (name: string, value: number | null, reference: number | null, words = `${value}\u00A0%`) => ({
  key: name,
  name,
  value,
  words,
  reference,
})

/** Groups in their latest period. */
export const dotStates: readonly { readonly name: string; readonly input: Omit<DotPlotInput, 'width'> }[] = [
  {
    name: 'Groups against the whole',
    input: {
      ...plot,
      rows: [row('18–29 år', 45.2, 70.5), row('30–44 år', 70.5, 70.5), row('75 år og derover', 99, 70.5)],
    },
  },
  {
    name: 'Few people, and a name that is long',
    input: {
      ...plot,
      rows: [
        row(
          'Mænd uden for arbejdsstyrken, som har boet i kommunen i mindre end to år',
          12.3,
          18.4,
          '12,3\u00A0% · befolkning 18,4\u00A0%',
        ),
        row('Kvinder', null, 50.1, 'for få personer · befolkning 50,1\u00A0%'),
      ],
    },
  },
  {
    name: 'Large counts, against nothing',
    input: {
      ...plot,
      limits: { lower: 0, upper: null },
      decimals: 0,
      sign: '',
      legend: { dot: 'gruppen', bar: null },
      rows: [row('Alle', 12_000_000, null, '12.000.000 borgere'), row('Ingen', 0, null, '0 borgere')],
    },
  },
  {
    name: 'Below zero, one row',
    input: { ...plot, limits: { lower: null, upper: null }, rows: [row('Unge', -4.2, 0, '−4,2\u00A0%')] },
  },
]
