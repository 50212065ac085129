import { useMutation } from '@tanstack/react-query'
import { deskPath } from '@pejling/addresses/desk'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { parsePeriod } from '@pejling/domain/period/period'
import { locale, textOf } from '../client/locale.ts'
import { useReaches } from '../client/me.ts'
import { ApiProblem } from '../client/problem.ts'
import { queryClient, refreshAll } from '../client/queries.ts'
import { report } from '../widgets/messages.tsx'
import { cellOf, isConflict, outcomeOf, requestOf, standingOf, type Drafts } from './drafts.ts'
import { figuresQuery, saveFigures, type Change } from './queries.ts'
import { hasBegun } from './sheet.ts'
import type { KeptWork, Work } from './use-work.ts'
import { words } from './words.ts'

/** Another person has changed cells that have been changed here, too: the page says which, and nothing has been saved. */
class BothChanged extends Error {}

/** Whether any of the drafts is of a period that has not begun; such a period gets into the sheet only where that was allowed. */
function hasFuture(drafts: Drafts, { cadence }: Indicator, today: string): boolean {
  return Object.keys(drafts).some((name) => {
    const period = parsePeriod(cadence.periodKind, cellOf(name).period)
    return period !== null && !hasBegun(period, today)
  })
}

/** What is sent for the work on an indicator, and the cell of each figure of it. */
export function changeOf({ drafts, reason, allowsFuture }: Work, indicator: Indicator, today: string) {
  const { body, cells } = requestOf(drafts, { rules: indicator, locale, isLeftOut: () => false })
  const change: Change = { ...body, reason, allowFuture: allowsFuture && hasFuture(drafts, indicator, today) }
  return { change, cells }
}

/** Saves the work on an indicator's figures in one change set; what others have saved meanwhile in other cells stays. */
export function useSave({ indicator, kept, today }: { indicator: Indicator; kept: KeptWork; today: string }) {
  const { slug } = indicator
  const mayPublish = useReaches('publisher')
  return useMutation({
    mutationFn: async () => {
      const work = kept.latest()
      const { change } = changeOf(work, indicator, today)
      const standing = await queryClient.ensureQueryData(figuresQuery(slug))
      try {
        return await saveFigures(slug, change, standing.etag)
      } catch (error) {
        if (!(error instanceof ApiProblem && error.status === 412)) throw error
        const now = await queryClient.fetchQuery({ ...figuresQuery(slug), staleTime: 0 })
        const figures = standingOf(now.value.observations)
        const both = Object.entries(work.drafts).filter(([name, draft]) =>
          isConflict(draft, figures.get(name) ?? null, outcomeOf(draft, cellOf(name).period, indicator, locale)),
        )
        if (both.length > 0) throw new BothChanged(words.conflicts(both.length))
        return await saveFigures(slug, change, now.etag)
      }
    },
    onSuccess: async ({ value, changeSet }) => {
      kept.clear()
      await refreshAll()
      report({
        text: words.done(value.added + value.changed + value.deleted, textOf(indicator.name)),
        changeSet,
        ...(mayPublish ? { link: { href: deskPath(locale, 'publish'), label: words.toPublish } } : {}),
      })
    },
  })
}

/** What went wrong with saving, where that is not said at the cells themselves. */
export const saveProblem = (error: Error | null): Error | null => (error instanceof BothChanged ? null : error)

/** What the server refuses, by cell; `cells` are those of the figures that were sent. */
export function refusedCells(error: Error | null, cells: readonly string[]): ReadonlyMap<string, string> {
  if (!(error instanceof ApiProblem)) return new Map()
  return new Map(
    error.errors.flatMap(({ pointer, detail }) => {
      const [, at] = /^\/observations\/(\d+)\//.exec(pointer) ?? []
      const name = at === undefined ? undefined : cells[Number(at)]
      return name === undefined ? [] : [[name, detail] as const]
    }),
  )
}
