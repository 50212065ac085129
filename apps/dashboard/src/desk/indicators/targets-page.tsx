import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type JSX } from 'react'
import { useWatch, type Control } from 'react-hook-form'
import { z } from 'zod'
import { deskPath } from '@pejling/addresses/desk'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { freeSlug } from '@pejling/domain/slug'
import { formatTarget, formatTargetBand } from '@pejling/domain/unit/format'
import { IndicatorTarget } from '@pejling/domain/workspace/attached'
import type { WorkspaceFigure } from '@pejling/domain/workspace/observations'
import { dayInWords, locale } from '../client/locale.ts'
import { areasQuery, dimensionsQuery, figuresOfQuery, targetsOfQuery } from '../client/policy.ts'
import { oneOf, refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { useSearchState } from '../client/search.ts'
import { FormFrame } from '../forms/form-frame.tsx'
import { SectionForm } from '../forms/section-form.tsx'
import { Section } from '../forms/section.tsx'
import { formSchema } from '../forms/untranslated.ts'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { Button } from '../widgets/button.tsx'
import { ReaderPreview } from '../widgets/reader-preview.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { report } from '../widgets/messages.tsx'
import { BothLanguages, Said, SaidLine } from '../widgets/said.tsx'
import { Empty, Failed, Loaded } from '../widgets/state.tsx'
import { figuresOf, latestOf, seriesName, shownPeriod } from './headline.ts'
import { IndicatorFrame } from './frame.tsx'
import { plainNumber } from './sections-what.tsx'
import { TargetChart } from './target-chart.tsx'
import { areaName, MoreTargetFields, TargetFields } from './target-fields.tsx'
import { words } from './words.ts'

/** Fields of a target that are none where every part of them is empty. */
const whole = ['target', 'band', 'benchmark']
const schema = formSchema(IndicatorTarget, whole)

/** What an indicator, and groups within it, should reach. */
export function Page(): JSX.Element {
  return (
    <IndicatorFrame tab="indicatorTargets" title={words.targetsTitle}>
      {({ value }) => (value.direction === 'context' ? <NoTargets indicator={value} /> : <Targets indicator={value} />)}
    </IndicatorFrame>
  )
}

function NoTargets({ indicator }: { readonly indicator: Indicator }): JSX.Element {
  return (
    <Empty>
      <p>{words.noTargetContext}</p>
      <DeskLink to={deskPath(locale, 'indicator', { slug: indicator.slug })}>{words.toDefinition}</DeskLink>
    </Empty>
  )
}

function Targets({ indicator }: { readonly indicator: Indicator }): JSX.Element {
  const targets = useQuery(targetsOfQuery(indicator.slug))
  const figures = useQuery(figuresOfQuery(indicator.slug)).data?.value.observations
  const [, change] = useSearchState(z.unknown())
  const { band } = indicator
  return (
    <Loaded query={targets}>
      {(all) => (
        <>
          {all.map(({ slug }) => (
            <OneTarget key={slug} indicator={indicator} slug={slug} figures={figures ?? []} />
          ))}
          {figures !== undefined && (
            <Section
              id="nyt"
              title={words.setTarget}
              renderForm={(close) => <NewTarget indicator={indicator} figures={figures} targets={all} onDone={close} />}
            >
              {all.length === 0 && (
                <Empty>
                  <p>{words.noTarget}</p>
                  <Button weight="primary" onPress={() => change({ ret: 'nyt' })}>
                    {words.setTarget}
                  </Button>
                </Empty>
              )}
              <Said>
                <SaidLine label={words.band} empty={words.usualBand}>
                  {band !== null && plainNumber(band.value)}
                </SaidLine>
              </Said>
            </Section>
          )}
        </>
      )}
    </Loaded>
  )
}

function OneTarget({
  indicator,
  slug,
  figures,
}: {
  readonly indicator: Indicator
  readonly slug: string
  readonly figures: readonly WorkspaceFigure[]
}): JSX.Element {
  const path = `/targets/${indicator.slug}/${slug}`
  const query = useQuery(oneOf(IndicatorTarget, path))
  const { data: areas = [] } = useQuery(areasQuery)
  const { data: dimensions = [] } = useQuery(dimensionsQuery)
  const remove = useMutation({
    mutationFn: () => request(z.unknown(), 'DELETE', path, { match: '*' }),
    onSuccess: async ({ changeSet }) => {
      report({ text: words.removedTarget, changeSet })
      await refreshAll()
    },
  })
  return (
    <Loaded query={query}>
      {(stands) => {
        const { value } = stands
        const name = seriesName(value.series, areas, dimensions)
        const at = (period: string): string => shownPeriod(indicator, period)
        return (
          <Section
            id={slug}
            title={words.targetOf(name)}
            actions={
              <Button weight="quiet" isPending={remove.isPending} onPress={() => remove.mutate()}>
                {words.removeTarget}
              </Button>
            }
            renderForm={(close) => (
              <SectionForm
                edited={{ path, schema: IndicatorTarget, stands, whole }}
                section="maaltal"
                fields={['target', 'band', 'benchmark', 'baseline', 'milestones', 'series', 'decidedBy', 'decidedOn']}
                label={words.targetOf(name)}
                onDone={close}
              >
                {(control) => (
                  <>
                    <TargetFields control={control} indicator={indicator} figures={figures} />
                    <MoreTargetFields control={control} indicator={indicator} figures={figures} />
                  </>
                )}
              </SectionForm>
            )}
          >
            <TargetChart
              indicator={indicator}
              figures={figuresOf(indicator, figures, value.series)}
              target={withoutIndicator(value)}
            />
            <Said>
              <SaidLine label={words.value}>
                {value.target &&
                  words.inPeriod(formatTarget(value.target.value, indicator, locale), at(value.target.period))}
                {value.band && words.inPeriod(formatTargetBand(value.band, indicator, locale), at(value.band.period))}
                {value.benchmark &&
                  words.inPeriod(words.followedOf(areaName(value.benchmark.area, areas)), at(value.benchmark.period))}
              </SaidLine>
              <SaidLine label={words.baseline}>
                {value.baseline.value !== null &&
                  words.baselineOf(formatTarget(value.baseline.value, indicator, locale), at(value.baseline.period))}
              </SaidLine>
              <SaidLine label={words.decidedBy}>
                <p>
                  <BothLanguages text={value.decidedBy} />
                </p>
                <p>{dayInWords(value.decidedOn)}</p>
              </SaidLine>
              {value.milestones.length > 0 && (
                <SaidLine label={words.milestones}>
                  {value.milestones
                    .map((one) => words.inPeriod(formatTarget(one.value, indicator, locale), at(one.period)))
                    .join(', ')}
                </SaidLine>
              )}
              {value.note !== null && (
                <SaidLine label={words.note}>
                  <BothLanguages text={value.note} />
                </SaidLine>
              )}
            </Said>
            {remove.error !== null && <Failed error={remove.error} />}
          </Section>
        )
      }}
    </Loaded>
  )
}

const withoutIndicator = ({ indicator: _indicator, ...target }: IndicatorTarget) => target

function NewTarget({
  indicator,
  figures,
  targets,
  onDone,
}: {
  readonly indicator: Indicator
  readonly figures: readonly WorkspaceFigure[]
  readonly targets: readonly IndicatorTarget[]
  readonly onDone: () => void
}): JSX.Element {
  const [stands] = useState(() => {
    const isBand = indicator.direction === 'maintain'
    const latest = latestOf(figuresOf(indicator, figures, indicator.area))
    return {
      value: {
        indicator: indicator.slug,
        slug: freeSlug('maaltal', new Set(targets.map(({ slug }) => slug))),
        series: indicator.area,
        baseline: { period: latest?.period ?? '', value: latest?.value ?? null },
        target: isBand ? null : { period: '', value: null },
        band: isBand ? { period: '', low: null, high: null } : null,
        benchmark: null,
        milestones: [],
        method: null,
        decidedBy: { da: '', en: '' },
        decidedOn: '',
        note: null,
      },
      etag: null,
    }
  })
  const kept = useKeptForm({
    name: `new-target/${indicator.slug}`,
    schema,
    stands,
    save: ({ values }) => request(IndicatorTarget, 'POST', '/targets', { body: values }),
    onSaved: ({ changeSet }) => {
      report({ text: words.targetSaved, changeSet })
      onDone()
    },
  })
  const { control } = kept.form
  return (
    <div className="edit-beside">
      <FormFrame kept={kept} label={words.setTarget} save={words.setTarget}>
        <p className="field-help">{words.targetsLead}</p>
        <TargetFields control={control} indicator={indicator} figures={figures} />
        <MoreTargetFields control={control} indicator={indicator} figures={figures} />
      </FormFrame>
      <Beside control={control} indicator={indicator} figures={figures} />
    </div>
  )
}

/** The chart with the target that has been typed, and what readers would see of it. */
function Beside({
  control,
  indicator,
  figures,
}: {
  readonly control: Control
  readonly indicator: Indicator
  readonly figures: readonly WorkspaceFigure[]
}): JSX.Element {
  const typed = schema.safeParse(useWatch({ control }))
  const target = typed.success ? typed.data : null
  return (
    <div>
      <TargetChart
        indicator={indicator}
        figures={figuresOf(indicator, figures, target?.series ?? indicator.area)}
        target={target === null ? null : withoutIndicator(target)}
      />
      <ReaderPreview change={target === null ? null : { method: 'POST', path: '/targets', body: target }} />
    </div>
  )
}
