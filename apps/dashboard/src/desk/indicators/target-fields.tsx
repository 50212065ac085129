import { useQuery } from '@tanstack/react-query'
import type { JSX } from 'react'
import { useController, useFieldArray, type Control } from 'react-hook-form'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { periodExample } from '@pejling/domain/period/period'
import { formatTarget } from '@pejling/domain/unit/format'
import type { WorkspaceFigure } from '@pejling/domain/workspace/observations'
import { locale, textOf } from '../client/locale.ts'
import { areasQuery, dimensionsQuery } from '../client/policy.ts'
import { FormFinder, FormNumber, FormText, FormTextPair } from '../forms/fields.tsx'
import { Button } from '../widgets/button.tsx'
import { Choice } from '../widgets/choice.tsx'
import { figuresOf, seriesName, seriesOf, shownPeriod } from './headline.ts'
import { useTyped } from './sections-what.tsx'
import { words } from './words.ts'

/** What the fields of a target know of its indicator. */
export interface TargetFieldsProps {
  readonly control: Control
  readonly indicator: Indicator
  readonly figures: readonly WorkspaceFigure[]
}

/** What every target says: a value or a band, by when, who decided it and when. */
export function TargetFields({ control, indicator }: TargetFieldsProps): JSX.Element {
  const example = periodExample(indicator.cadence.periodKind)
  const isBand = indicator.direction === 'maintain'
  return (
    <div className="field-row">
      {isBand ? (
        <>
          <FormNumber control={control} name="band.low" label={words.low} />
          <FormNumber control={control} name="band.high" label={words.high} />
        </>
      ) : (
        <FormNumber control={control} name="target.value" label={words.value} />
      )}
      <FormText
        control={control}
        name={isBand ? 'band.period' : 'target.period'}
        label={words.reach}
        placeholder={example}
      />
      <FormText control={control} name="decidedBy.da" label={words.decidedBy} lang="da" />
      <FormText control={control} name="decidedOn" label={words.decidedOn} type="date" />
    </div>
  )
}

/** What a target may say besides. */
export function MoreTargetFields({ control, indicator, figures }: TargetFieldsProps): JSX.Element {
  const { data: areas = [] } = useQuery(areasQuery)
  const { data: dimensions = [] } = useQuery(dimensionsQuery)
  return (
    <details className="more">
      <summary>{words.more}</summary>
      <FormFinder
        control={control}
        name="series"
        label={words.series}
        options={seriesOf(indicator, dimensions, figures).map((key) => ({
          value: key,
          label: seriesName(key, areas, dimensions),
        }))}
      />
      <Baseline control={control} indicator={indicator} figures={figures} />
      <FormText control={control} name="decidedBy.en" label={`${words.decidedBy} (English)`} lang="en" />
      <FormTextPair control={control} name="note" label={words.note} help={words.optional} rows={2} />
      <Milestones control={control} example={periodExample(indicator.cadence.periodKind)} />
    </details>
  )
}

/** The baseline is a figure of a period, chosen or typed. */
function Baseline({ control, indicator, figures }: TargetFieldsProps): JSX.Element {
  const { field: period } = useController({ control, name: 'baseline.period' })
  const { field: value } = useController({ control, name: 'baseline.value' })
  const series = useTyped(control, 'series')
  const own = figuresOf(indicator, figures, typeof series === 'string' ? series : indicator.area)
  const known = own
    .flatMap((figure) => (figure.value === null ? [] : [{ ...figure, value: figure.value }]))
    .toReversed()
  return (
    <div className="field-row">
      {known.length === 0 ? (
        <FormText control={control} name="baseline.period" label={words.baselinePeriod} help={words.noFigures} />
      ) : (
        <Choice
          label={words.baselinePeriod}
          help={words.baselineHelp}
          options={known.map((figure) => ({
            value: figure.period,
            label: shownPeriod(indicator, figure.period),
            about: formatTarget(figure.value, indicator, locale),
          }))}
          value={typeof period.value === 'string' ? period.value : null}
          onChange={(chosen) => {
            period.onChange(chosen)
            value.onChange(known.find((figure) => figure.period === chosen)?.value ?? null)
          }}
        />
      )}
      <FormNumber control={control} name="baseline.value" label={words.baseline} />
    </div>
  )
}

function Milestones({ control, example }: { readonly control: Control; readonly example: string }): JSX.Element {
  const rows = useFieldArray({ control, name: 'milestones' })
  return (
    <fieldset>
      <legend>{words.milestones}</legend>
      <ul className="rows">
        {rows.fields.map(({ id }, index) => (
          <li key={id}>
            <div className="field-row">
              <FormText
                control={control}
                name={`milestones.${index}.period`}
                label={words.reach}
                placeholder={example}
              />
              <FormNumber control={control} name={`milestones.${index}.value`} label={words.value} />
            </div>
            <Button
              weight="quiet"
              aria-label={`${words.removeMilestone} ${index + 1}`}
              onPress={() => rows.remove(index)}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <Button onPress={() => rows.append({ period: '', value: null })}>{words.addMilestone}</Button>
    </fieldset>
  )
}

/** Which area a target follows, in words. */
export const areaName = (
  code: string,
  areas: readonly { readonly code: string; readonly name: { readonly da: string; readonly en: string } }[],
): string => textOf(areas.find((area) => area.code === code)?.name ?? { da: code, en: code })
