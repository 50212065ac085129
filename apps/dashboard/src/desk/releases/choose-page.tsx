import { deskPath } from '@pejling/addresses/desk'
import { inARow } from '@pejling/domain/text'
import type { ReleasePreview } from '@pejling/domain/workspace/releases'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState, type JSX } from 'react'
import { z } from 'zod'
import { locale } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { overviewQuery } from '../client/overview.ts'
import { queryClient } from '../client/queries.ts'
import { useSearchState } from '../client/search.ts'
import { Button } from '../widgets/button.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { TextField } from '../widgets/field.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Failed, Loaded } from '../widgets/state.tsx'
import { chooseWords as words } from './choose-words.ts'
import { groupsOf, listFilters, shownItems, ticked, type GroupKey } from './list-groups.ts'
import { PreviewItemRow } from './preview-item.tsx'
import { plannedReleasesQuery, previewQuery } from './queries.ts'
import {
  differences,
  keepDraft,
  lookedAt,
  readDraft,
  stepPath,
  useChosen,
  type Chosen,
  type Looked,
  type Step,
} from './release-state.ts'
import { Steps } from './steps.tsx'

const Search = z.object({
  soeg: z.string().catch(''),
  vis: z.enum(listFilters).catch('all'),
  aendret: z.string().optional().catch(undefined),
})

/** What of the list may be shown, and the words that are looked for. */
function Filters(): JSX.Element {
  const [{ soeg, vis }, change] = useSearchState(Search)
  return (
    <div className="release-filters">
      <TextField label={words.search} type="search" value={soeg} onChange={(text) => change({ soeg: text })} />
      <fieldset className="pills">
        <legend className="visually-hidden">{words.filter}</legend>
        {listFilters.map((filter) => (
          <button
            key={filter}
            type="button"
            className="pill"
            aria-pressed={vis === filter}
            onClick={() => change({ vis: filter === 'all' ? undefined : filter })}
          >
            {words.filters[filter]}
          </button>
        ))}
      </fieldset>
    </div>
  )
}

function GroupTitle({ about }: { readonly about: GroupKey }): JSX.Element {
  const goals = useQuery(overviewQuery).data?.value.goals ?? []
  if ('group' in about) return <>{words.groups[about.group]}</>
  const text = goals.find(({ number }) => number === about.goal)?.text[locale]
  return (
    <>
      {words.goal(about.goal)}
      {text !== undefined && <span className="release-goal"> {text}</span>}
    </>
  )
}

/** Everything that would come out, in groups, with its ticks. */
function List({
  preview,
  chosen,
  looked,
  mayPublish,
}: {
  readonly preview: ReleasePreview
  readonly chosen: Chosen
  readonly looked: Looked | null
  readonly mayPublish: boolean
}): JSX.Element {
  const [{ soeg, vis }] = useSearchState(Search)
  const { only, choose } = chosen
  const { items } = preview
  const { changed } = differences(looked, preview)
  const shown = shownItems(items, vis, soeg)
  const names = new Map(
    items.map(({ indicator, kind, name }) => (kind === 'indicator' ? [indicator, name] : [null, name])),
  )
  const tick = (slugs: readonly string[], isOn: boolean): void => choose(ticked(items, only, slugs, isOn))
  const isChosen = (item: ReleasePreview['items'][number]): boolean =>
    item.choosable && item.indicator !== null ? only === null || only.includes(item.indicator) : item.chosen
  const canTick = shown.flatMap(({ choosable, indicator }) => (choosable && indicator !== null ? [indicator] : []))
  return (
    <>
      <div className="release-count">
        <output>{words.chosen(items.filter(isChosen).length, items.length)}</output>
        {mayPublish && canTick.length > 1 && (
          <>
            <Button weight="quiet" onPress={() => tick(canTick, true)}>
              {words.chooseShown}
            </Button>
            <Button weight="quiet" onPress={() => tick(canTick, false)}>
              {words.leaveShown}
            </Button>
          </>
        )}
      </div>
      {shown.length === 0 && <Empty>{words.noneShown}</Empty>}
      {groupsOf(shown).map((group) => (
        <section key={group.key} className="release-group" aria-labelledby={`group-${group.key}`}>
          <h2 id={`group-${group.key}`}>
            <GroupTitle about={group.about} />
          </h2>
          <ul>
            {group.items.map((item) => (
              <PreviewItemRow
                key={item.id}
                item={item}
                isChosen={isChosen(item)}
                isChanged={changed.has(item.id)}
                followed={inARow(
                  item.follows.map((slug) => names.get(slug)?.[locale] ?? slug),
                  locale,
                )}
                onTick={mayPublish && item.indicator !== null ? (isOn) => tick([item.indicator ?? ''], isOn) : null}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** Goes on with what is shown, if it still is what would come out; else what has changed is marked. */
function useGoOn(chosen: Chosen, shown: ReleasePreview | undefined, setLooked: (looked: Looked) => void) {
  const { history } = useRouter()
  const { only, again } = chosen
  return useMutation({
    mutationFn: async (step: Step) => {
      const { value: now } = await queryClient.fetchQuery({ ...previewQuery(only), staleTime: 0 })
      return { step, now }
    },
    onSuccess: ({ step, now }) => {
      if (shown === undefined) return
      const before = lookedAt(shown)
      const { changed, gone } = differences(before, now)
      if (changed.size + gone.length > 0) {
        keepDraft(again, { looked: before })
        setLooked(before)
        history.replace(stepPath('publish', only, again, { aendret: 'ja' }))
        return
      }
      keepDraft(again, { looked: lookedAt(now) })
      history.push(stepPath(step, only, again))
    },
  })
}

function Choosing({ preview, chosen }: { readonly preview: ReleasePreview; readonly chosen: Chosen }): JSX.Element {
  const mayPublish = useMay('publish')
  const [{ aendret }] = useSearchState(Search)
  const [looked, setLooked] = useState(() => readDraft(chosen.again).looked)
  const goOn = useGoOn(chosen, preview, setLooked)
  const { gone } = differences(looked, preview)
  const isNothing =
    chosen.only?.length === 0 &&
    preview.items.every(({ kind, indicator }) => kind === 'indicator' || indicator !== null)
  if (preview.items.length === 0) return <Empty>{words.nothing}</Empty>
  return (
    <>
      {aendret !== undefined && (
        <div className="notice" data-tone="doubt" role="alert">
          <p>{words.conflict}</p>
          {gone.length > 0 && (
            <p>
              {words.gone(
                inARow(
                  gone.map((name) => name[locale]),
                  locale,
                ),
              )}
            </p>
          )}
        </div>
      )}
      <Filters />
      <List preview={preview} chosen={chosen} looked={looked} mayPublish={mayPublish} />
      {goOn.error !== null && <Failed error={goOn.error} />}
      <div className="form-foot">
        {!mayPublish && <span className="field-help">{words.mayNot}</span>}
        {isNothing && <span className="field-help">{words.noneChosen}</span>}
        <Button isDisabled={isNothing} onPress={() => goOn.mutate('publishPages')}>
          {words.pages}
        </Button>
        {mayPublish && (
          <Button
            weight="primary"
            isDisabled={isNothing}
            onPress={() => {
              if (!goOn.isPending) goOn.mutate('publishTitle')
            }}
          >
            {words.next}
          </Button>
        )}
      </div>
    </>
  )
}

/** The first step of publishing: everything that would come out, and what of it does. */
export function Page(): JSX.Element {
  const chosen = useChosen()
  const query = useQuery({ ...previewQuery(chosen.only), placeholderData: keepPreviousData })
  const waiting = (useQuery(plannedReleasesQuery).data ?? []).filter(
    ({ state }) => state === 'waiting' || state === 'outdated',
  )
  const mayPublish = useMay('publish')
  return (
    <Framed
      title={chosen.again === null ? words.title : words.again(chosen.again)}
      lead={words.lead}
      actions={
        <>
          <DeskLink to={deskPath(locale, 'plannedReleases')}>
            {waiting.length === 0 ? words.seePlanned : words.planned(waiting.length)}
          </DeskLink>
          {mayPublish && <DeskLink to={deskPath(locale, 'withdrawals')}>{words.withdraw}</DeskLink>}
        </>
      }
    >
      <Steps current="publish" />
      <Loaded query={query}>{({ value }) => <Choosing preview={value} chosen={chosen} />}</Loaded>
    </Framed>
  )
}
