import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import type { Goal } from '@pejling/domain/framework'
import { Indicator } from '@pejling/domain/indicator/indicator'
import { locale, textOf } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { overviewQuery } from '../client/overview.ts'
import { indicatorsQuery } from '../client/policy.ts'
import { refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Section } from '../forms/section.tsx'
import { Button } from '../widgets/button.tsx'
import { Finder } from '../widgets/choice.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { report } from '../widgets/messages.tsx'
import { Empty, Failed } from '../widgets/state.tsx'
import { Tick } from '../widgets/tick.tsx'
import { Moves } from './focus-area-table.tsx'
import { words } from './words.ts'

type Link = Indicator['goals'][number]

/** What an indicator is to a goal, changed: `null`: nothing any more. */
interface Changed {
  readonly indicator: Indicator
  readonly link: Link | null
  readonly said: string
}

/** Writes what an indicator is to a goal over what it is just now; its other goals stay. */
async function writeLink(goal: string, { indicator: { slug }, link }: Changed) {
  const path = `/indicators/${slug}`
  const { value, etag } = await request(Indicator, 'GET', path)
  const isThere = value.goals.some((one) => one.goal === goal)
  const kept = value.goals.flatMap((one) => (one.goal === goal ? (link ?? []) : one))
  const goals = isThere || link === null ? kept : [...kept, link]
  return request(Indicator, 'PATCH', path, { body: { goals }, match: etag })
}

/** The indicators of a goal: which there are, and which of them decide its assessment. */
export function GoalIndicators({ goal }: { readonly goal: Goal }): JSX.Element {
  const { data: all = [] } = useQuery(indicatorsQuery)
  const states = useQuery(overviewQuery).data?.value.indicators ?? []
  const mayEdit = useMay('definitions:write')
  const [added, setAdded] = useState(0)
  const write = useMutation({
    mutationFn: (changed: Changed) => writeLink(goal.slug, changed),
    onSuccess: async ({ changeSet }, { said }) => {
      report({ text: said, changeSet })
      await refreshAll()
    },
  })
  const own = all.filter(({ goals }) => goals.some((link) => link.goal === goal.slug))
  const others = all.filter((one) => !own.includes(one) && one.retiredOn === null)
  return (
    <Section id="indikatorer" title={words.measured}>
      {mayEdit && <p className="field-help">{words.chooseHelp}</p>}
      {own.length === 0 && (
        <Empty>
          <p>{words.noIndicators}</p>
          <DeskLink to={`${deskPath(locale, 'newIndicator')}?maal=${goal.slug}`}>{words.newIndicator}</DeskLink>
        </Empty>
      )}
      <ul className="goal-indicators">
        {own.map((indicator) => {
          const name = textOf(indicator.name)
          const link = indicator.goals.find((one) => one.goal === goal.slug)
          const state = states.find(({ slug }) => slug === indicator.slug)
          return (
            <li key={indicator.slug}>
              <span>
                <DeskLink to={deskPath(locale, 'indicator', { slug: indicator.slug })}>{name}</DeskLink>
                {state && indicator.direction !== 'context' && <Moves {...state.verdict} />}
                {link?.nearest !== undefined && (
                  <span className="second-line">
                    {words.nearest}: {textOf(link.nearest)}
                  </span>
                )}
              </span>
              <Tick
                isSelected={link?.headline === true}
                isDisabled={!mayEdit || write.isPending}
                aria-label={words.isHeadline(name)}
                onChange={(headline) =>
                  write.mutate({
                    indicator,
                    link: { goal: goal.slug, headline },
                    said: headline ? words.headlineOn(name) : words.headlineOff(name),
                  })
                }
              >
                <span>{words.headline}</span>
              </Tick>
              {mayEdit && (
                <Button
                  weight="quiet"
                  aria-label={words.removeIndicator(name)}
                  isDisabled={write.isPending}
                  onPress={() =>
                    indicator.goals.length === 1
                      ? report({ text: words.onlyGoal, tone: 'error' })
                      : write.mutate({ indicator, link: null, said: words.removed(name) })
                  }
                >
                  ×
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {write.error !== null && <Failed error={write.error} />}
      {mayEdit && (
        <Finder
          key={added}
          label={words.addIndicator}
          help={words.addHelp}
          value={null}
          options={others.map(({ slug, name }) => ({ value: slug, label: textOf(name) }))}
          onChange={(slug) => {
            const indicator = others.find((one) => one.slug === slug)
            if (!indicator) return
            setAdded((count) => count + 1)
            const link = { goal: goal.slug, headline: false }
            write.mutate({ indicator, link, said: words.added(textOf(indicator.name)) })
          }}
        />
      )}
    </Section>
  )
}
