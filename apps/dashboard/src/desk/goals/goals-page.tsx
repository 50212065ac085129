import { useQuery } from '@tanstack/react-query'
import { useState, type JSX } from 'react'
import { ToggleButton } from 'react-aria-components'
import { z } from 'zod'
import { deskPath } from '@pejling/addresses/desk'
import type { FocusArea } from '@pejling/domain/framework'
import { locale, textOf } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { overviewQuery } from '../client/overview.ts'
import { focusAreasQuery, frameworksQuery, goalsQuery, indicatorsQuery, targetsQuery } from '../client/policy.ts'
import { useSearchState } from '../client/search.ts'
import { Button } from '../widgets/button.tsx'
import { Choice } from '../widgets/choice.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { TextField } from '../widgets/field.tsx'
import { OrderDialog } from '../widgets/order-dialog.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Untranslated } from '../widgets/said.tsx'
import { Empty, Failed, Loading } from '../widgets/state.tsx'
import { NewFocusAreaDialog, NewGoalDialog } from './new-part.tsx'
import { isWhole, shownKinds, shownPolicies, type PolicyParts, type ShownPolicy } from './policy.ts'
import { FocusAreaTable } from './focus-area-table.tsx'
import { words } from './words.ts'
import { isUntranslated } from '@pejling/domain/text'
import './room.css'

const Search = z.object({
  soeg: z.string().catch(''),
  kontor: z.string().catch(''),
  vis: z.enum(shownKinds).catch('all'),
})

/** Everything the page is made of; an error or nothing where it has not come yet. */
function usePolicy(): { readonly parts: PolicyParts | undefined; readonly error: Error | null } {
  const queries = {
    frameworks: useQuery(frameworksQuery),
    focusAreas: useQuery(focusAreasQuery),
    goals: useQuery(goalsQuery),
    indicators: useQuery(indicatorsQuery),
    targets: useQuery(targetsQuery),
    overview: useQuery(overviewQuery),
  }
  const error = Object.values(queries).find((query) => query.error !== null)?.error ?? null
  const [frameworks, focusAreas, goals] = [queries.frameworks.data, queries.focusAreas.data, queries.goals.data]
  const [indicators, targets, overview] = [queries.indicators.data, queries.targets.data, queries.overview.data]
  if (!frameworks || !focusAreas || !goals || !indicators || !targets || !overview) return { parts: undefined, error }
  const aimed = new Set(targets.map(({ indicator }) => indicator))
  const drafted = new Set(overview.value.indicators.flatMap(({ slug, drafts }) => (drafts > 0 ? [slug] : [])))
  return { parts: { frameworks, focusAreas, goals, indicators, aimed, drafted }, error }
}

/** The policy as one page: its focus areas, goals and indicators, how it goes with them, and what is missing. */
export function Page(): JSX.Element {
  const { parts, error } = usePolicy()
  const mayEdit = useMay('definitions:write')
  const [{ soeg, kontor, vis }, change] = useSearchState(Search)
  const filter = { search: soeg, office: kontor, show: vis }
  const offices = [...new Set((parts?.indicators ?? []).flatMap(({ owner }) => (owner === null ? [] : [owner.da])))]
  const officeName = (da: string): string =>
    textOf(parts?.indicators.find(({ owner }) => owner?.da === da)?.owner ?? { da, en: da })
  const shown = parts === undefined ? [] : shownPolicies(parts, filter)
  return (
    <Framed
      title={words.title}
      lead={words.lead}
      actions={
        mayEdit && (
          <DeskLink className="button" data-weight="primary" to={deskPath(locale, 'newIndicator')}>
            {words.newIndicator}
          </DeskLink>
        )
      }
    >
      <div className="policy-filters">
        <TextField
          label={words.search}
          type="search"
          value={soeg}
          onChange={(text) => change({ soeg: text || undefined })}
        />
        <Choice
          label={words.office}
          options={[
            { value: 'all', label: words.everybody },
            { value: '-', label: words.nobody },
            ...offices.toSorted().map((value) => ({ value, label: officeName(value) })),
          ]}
          value={kontor || 'all'}
          onChange={(value) => change({ kontor: value === 'all' ? undefined : value })}
        />
      </div>
      <fieldset className="pills">
        <legend className="visually-hidden">{words.show}</legend>
        {shownKinds.map((kind) => (
          <ToggleButton
            key={kind}
            className="pill"
            isSelected={vis === kind}
            onChange={() => change({ vis: kind === 'all' ? undefined : kind })}
          >
            {words.shows[kind]}
          </ToggleButton>
        ))}
      </fieldset>
      {parts === undefined && (error === null ? <Loading /> : <Failed error={error} />)}
      {parts !== undefined && shown.length === 0 && (
        <Empty>
          <p>{words.nothing}</p>
          <Button onPress={() => change({ soeg: undefined, kontor: undefined, vis: undefined })}>{words.clear}</Button>
        </Empty>
      )}
      {parts !== undefined &&
        shown.map((policy) => (
          <Policy key={policy.framework.slug} policy={policy} parts={parts} mayEdit={mayEdit && isWhole(filter)} />
        ))}
    </Framed>
  )
}

type Dialogue =
  { readonly kind: 'order-parts' | 'new-part' } | { readonly kind: 'order' | 'new-goal'; readonly focusArea: FocusArea }

/** A policy with its focus areas. What is added or put in order opens over it. */
function Policy({
  policy: { framework, focusAreas },
  parts,
  mayEdit,
}: {
  readonly policy: ShownPolicy
  readonly parts: PolicyParts
  readonly mayEdit: boolean
}): JSX.Element {
  const [dialogue, setDialogue] = useState<Dialogue | null>(null)
  const close = (): void => setDialogue(null)
  const own = parts.focusAreas.filter((area) => area.framework === framework.slug)
  const title = textOf(framework.title)
  return (
    <section aria-labelledby={`policy-${framework.slug}`}>
      <div className="policy-head">
        <h2 id={`policy-${framework.slug}`}>{title}</h2>
        <div className="section-actions">
          <DeskLink to={deskPath(locale, 'framework', { slug: framework.slug })}>{words.editPolicy}</DeskLink>
          {mayEdit && own.length > 1 && (
            <Button
              weight="quiet"
              aria-label={`${words.order}: ${title}`}
              onPress={() => setDialogue({ kind: 'order-parts' })}
            >
              {words.order}
            </Button>
          )}
          {mayEdit && (
            <Button weight="quiet" onPress={() => setDialogue({ kind: 'new-part' })}>
              {words.newFocusArea}
            </Button>
          )}
        </div>
      </div>
      {focusAreas.map(({ focusArea, goals }) => (
        <div key={focusArea.slug}>
          <div className="focus-head">
            <h3 id={`part-${focusArea.slug}`}>
              {focusArea.printedNumber ?? focusArea.position}. {textOf(focusArea.title)}{' '}
              {isUntranslated(focusArea.title) && <Untranslated />}
            </h3>
            {mayEdit && (
              <div className="section-actions">
                {goals.length > 1 && (
                  <Button
                    weight="quiet"
                    aria-label={`${words.order}: ${textOf(focusArea.title)}`}
                    onPress={() => setDialogue({ kind: 'order', focusArea })}
                  >
                    {words.order}
                  </Button>
                )}
                <Button
                  weight="quiet"
                  aria-label={`${words.newGoal}: ${textOf(focusArea.title)}`}
                  onPress={() => setDialogue({ kind: 'new-goal', focusArea })}
                >
                  {words.newGoal}
                </Button>
              </div>
            )}
          </div>
          {goals.length === 0 ? (
            <p className="nothing-said">{words.noGoals}</p>
          ) : (
            <FocusAreaTable label={textOf(focusArea.title)} goals={goals} />
          )}
        </div>
      ))}
      {dialogue?.kind === 'order-parts' && (
        <OrderDialog
          title={words.orderParts(title)}
          items={own
            .toSorted((a, b) => a.position - b.position)
            .map((area) => ({ id: area.slug, label: textOf(area.title) }))}
          path={`/frameworks/${framework.slug}/order`}
          onClose={close}
        />
      )}
      {dialogue?.kind === 'order' && (
        <OrderDialog
          title={words.orderOf(textOf(dialogue.focusArea.title))}
          items={parts.goals
            .filter(({ focusArea }) => focusArea === dialogue.focusArea.slug)
            .toSorted((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }))
            .map(({ slug, number, text }) => ({ id: slug, label: `${number} ${textOf(text)}` }))}
          path={`/focus-areas/${dialogue.focusArea.slug}/order`}
          onClose={close}
        />
      )}
      {dialogue?.kind === 'new-part' && (
        <NewFocusAreaDialog framework={framework} focusAreas={parts.focusAreas} onClose={close} />
      )}
      {dialogue?.kind === 'new-goal' && (
        <NewGoalDialog focusArea={dialogue.focusArea} mark={framework.mark} goals={parts.goals} onClose={close} />
      )}
    </section>
  )
}
