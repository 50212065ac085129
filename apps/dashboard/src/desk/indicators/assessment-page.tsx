import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type JSX } from 'react'
import { z } from 'zod'
import { deskPath } from '@pejling/addresses/desk'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Verdict } from '@pejling/domain/progress/assessment'
import { verdictWords } from '@pejling/domain/sentence/verdict-words'
import { IndicatorOverride } from '@pejling/domain/workspace/attached'
import { locale } from '../client/locale.ts'
import { overviewQuery } from '../client/overview.ts'
import { figuresOfQuery, overridesQuery, targetsOfQuery } from '../client/policy.ts'
import { refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { FormChoice, FormTextPair } from '../forms/fields.tsx'
import { FormFrame } from '../forms/form-frame.tsx'
import { Section } from '../forms/section.tsx'
import { formSchema } from '../forms/untranslated.ts'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { Assessment } from '../widgets/assessment.tsx'
import { Button } from '../widgets/button.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { report } from '../widgets/messages.tsx'
import { BothLanguages, Said, SaidLine } from '../widgets/said.tsx'
import { Empty, Failed, Loaded } from '../widgets/state.tsx'
import { directionName } from './choices.ts'
import { IndicatorFrame } from './frame.tsx'
import { figuresOf, latestOf, shownPeriod } from './headline.ts'
import { words } from './words.ts'

const schema = formSchema(IndicatorOverride)

const againstTarget: readonly Verdict[] = ['reached', 'on-track', 'behind', 'too-slow', 'no-change', 'wrong-way']
const byTrend: readonly Verdict[] = ['improving', 'stable', 'unclear', 'worsening']

/** The assessment of an indicator: as it is computed, and the administration's own where it has given one. */
export function Page(): JSX.Element {
  return (
    <IndicatorFrame tab="indicatorAssessment" title={words.assessmentTitle}>
      {({ value }) =>
        value.direction === 'context' ? (
          <Empty>
            <p>{words.contextNoVerdict}</p>
            <DeskLink to={deskPath(locale, 'indicator', { slug: value.slug })}>{words.toDefinition}</DeskLink>
          </Empty>
        ) : (
          <Assessed indicator={value} />
        )
      }
    </IndicatorFrame>
  )
}

function Assessed({ indicator }: { readonly indicator: Indicator }): JSX.Element {
  const state = useQuery(overviewQuery).data?.value.indicators.find(({ slug }) => slug === indicator.slug)
  const figures = useQuery(figuresOfQuery(indicator.slug))
  const overrides = useQuery(overridesQuery)
  return (
    <>
      <Section id="beregnet" title={words.computedVerdict}>
        <Said>
          <SaidLine label={words.published}>
            {state && state.verdict.published !== null && <Assessment verdict={state.verdict.published} />}
          </SaidLine>
          <SaidLine label={words.withDrafts}>
            {state && state.verdict.withDrafts !== null && <Assessment verdict={state.verdict.withDrafts} />}
          </SaidLine>
          <SaidLine label={words.rule}>{directionName(indicator.direction)}</SaidLine>
        </Said>
      </Section>
      <Loaded query={figures}>
        {({ value: { observations } }) => (
          <Loaded query={overrides}>
            {(all) => (
              <Own
                indicator={indicator}
                // A derived indicator has no figures of its own: the overview says the latest computed one.
                latest={latestOf(figuresOf(indicator, observations, indicator.area))?.period ?? state?.latest?.period}
                override={all.find((one) => one.indicator === indicator.slug) ?? null}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  )
}

function Own({
  indicator,
  latest,
  override,
}: {
  readonly indicator: Indicator
  /** The period of the newest figure; `undefined`: there is none. */
  readonly latest: string | undefined
  readonly override: IndicatorOverride | null
}): JSX.Element {
  const path = `/overrides/${indicator.slug}`
  const remove = useMutation({
    mutationFn: () => request(z.unknown(), 'DELETE', path, { match: '*' }),
    onSuccess: async ({ changeSet }) => {
      report({ text: words.removedOwn, changeSet })
      await refreshAll()
    },
  })
  const at = (period: string): string => shownPeriod(indicator, period)
  if (latest === undefined) {
    return (
      <Section id="egen" title={words.own}>
        <Empty>
          <p>{words.noFigureNoVerdict}</p>
          <DeskLink to={deskPath(locale, 'figures', { slug: indicator.slug })}>{words.toFigures}</DeskLink>
        </Empty>
      </Section>
    )
  }
  return (
    <Section
      id="egen"
      title={words.own}
      renderForm={(close) => <OwnForm indicator={indicator} latest={latest} override={override} onDone={close} />}
      actions={
        override !== null && (
          <Button weight="quiet" isPending={remove.isPending} onPress={() => remove.mutate()}>
            {words.removeOwn}
          </Button>
        )
      }
    >
      <p className="field-help">{words.ownLead}</p>
      {override === null ? (
        <p className="nothing-said">{words.noOwn}</p>
      ) : (
        <>
          <Said>
            <SaidLine label={words.verdict}>
              <Assessment verdict={override.verdict} />
            </SaidLine>
            <SaidLine label={words.reason}>
              <BothLanguages text={override.reason} />
            </SaidLine>
          </Said>
          <p className="notice">
            {override.latestPeriod === latest
              ? words.lapse(at(latest))
              : words.lapsed(at(override.latestPeriod), at(latest))}
          </p>
        </>
      )}
      {remove.error !== null && <Failed error={remove.error} />}
    </Section>
  )
}

/** It is always given for the newest figure: one that has lapsed is given again. */
function OwnForm({
  indicator,
  latest,
  override,
  onDone,
}: {
  readonly indicator: Indicator
  readonly latest: string
  readonly override: IndicatorOverride | null
  readonly onDone: () => void
}): JSX.Element {
  const { data: targets = [] } = useQuery(targetsOfQuery(indicator.slug))
  const hasTarget = targets.some(({ series }) => series === indicator.area)
  const [stands] = useState(() => ({
    value: {
      indicator: indicator.slug,
      verdict: override?.verdict ?? null,
      reason: override?.reason ?? { da: '', en: '' },
      latestPeriod: latest,
    },
    etag: null,
  }))
  const kept = useKeptForm({
    name: `override/${indicator.slug}/${latest}`,
    schema,
    stands,
    save: ({ values }) =>
      override === null
        ? request(IndicatorOverride, 'POST', '/overrides', { body: values })
        : request(IndicatorOverride, 'PATCH', `/overrides/${indicator.slug}`, { body: values, match: '*' }),
    onSaved: ({ changeSet }) => {
      report({ text: words.saved, changeSet })
      onDone()
    },
  })
  const { control } = kept.form
  return (
    <FormFrame kept={kept} label={words.own}>
      <p className="field-help">{words.lapse(shownPeriod(indicator, latest))}</p>
      <FormChoice
        control={control}
        name="verdict"
        label={words.verdict}
        options={(hasTarget ? againstTarget : byTrend).map((value) => ({ value, label: verdictWords[value][locale] }))}
      />
      <FormTextPair control={control} name="reason" label={words.reason} rows={3} />
    </FormFrame>
  )
}
