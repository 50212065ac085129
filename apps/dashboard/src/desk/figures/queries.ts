import { useQuery, useSuspenseQueries, queryOptions } from '@tanstack/react-query'
import { apiRoot } from '@pejling/addresses/words'
import { Area } from '@pejling/domain/area'
import { Dimension } from '@pejling/domain/dimension'
import { Indicator } from '@pejling/domain/indicator/indicator'
import { IndicatorDocument } from '@pejling/domain/release/documents'
import { Provenance } from '@pejling/domain/source/source'
import { DryRun } from '@pejling/domain/workspace/answers'
import { WorkspaceFigure, WrittenFigures, type ObservationsPatch } from '@pejling/domain/workspace/observations'
import { useEffect, useMemo, useState } from 'react'
import { z } from 'zod'
import { OfflineError } from '../client/problem.ts'
import { allOf, oneOf } from '../client/queries.ts'
import { request, type Answered } from '../client/request.ts'

/* What the page of an indicator's figures reads and writes. */

const Block = z.strictObject({ observations: z.array(WorkspaceFigure) })

/** The figures of an indicator, with their entity tag. */
export const figuresQuery = (slug: string) => oneOf(Block, `/observations/${slug}`)

/** What figures of an indicator are described by. */
export function useDefinitions(slug: string) {
  const [indicator, areas, dimensions, provenances, figures] = useSuspenseQueries({
    queries: [
      oneOf(Indicator, `/indicators/${slug}`),
      allOf(Area, '/areas'),
      allOf(Dimension, '/dimensions'),
      allOf(Provenance, '/provenances'),
      figuresQuery(slug),
    ],
  })
  // The same as long as all of it is: what is computed of it is not computed again for every key.
  return useMemo(
    () => ({
      indicator: indicator.data.value,
      areas: areas.data,
      dimensions: dimensions.data,
      provenances: provenances.data,
      figures: figures.data,
    }),
    [areas.data, dimensions.data, figures.data, indicator.data, provenances.data],
  )
}

/** What is sent to write figures. */
export type Change = Pick<ObservationsPatch, 'observations' | 'deleted' | 'allowFuture' | 'reason'>

const asJson = (change: object): Blob => new Blob([JSON.stringify(change)], { type: 'application/json' })

/** Writes and deletes figures in one change set, where they still are as they were when they were read. */
export const saveFigures = (slug: string, change: Change, match: string | null): Promise<Answered<WrittenFigures>> =>
  request(WrittenFigures, 'PATCH', `/observations/${slug}`, { body: asJson(change), match })

/** How long the keys must rest before it is asked what would come of what has been typed, in milliseconds. */
const rest = 400

function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const waiting = setTimeout(() => setRested(value), rest)
    return () => clearTimeout(waiting)
  }, [value])
  return rested
}

const Tried = DryRun.extend({ answer: WrittenFigures })

/** What a change would bring, asked when the keys rest; `change` is the same text for the same change. */
export function useTrial(slug: string, change: string) {
  const rested = useRested(change)
  const query = useQuery({
    queryKey: ['observations', slug, 'trial', rested],
    queryFn: async ({ signal }) =>
      (
        await request(Tried, 'PATCH', `/observations/${slug}`, {
          query: { dryRun: true, document: true },
          body: new Blob([rested], { type: 'application/json' }),
          match: '*',
          signal,
        })
      ).value,
    placeholderData: (before) => before,
    retry: false,
    refetchOnWindowFocus: false,
  })
  return { ...query, isBehind: query.isFetching || rested !== change }
}

/** The indicator as it is published; `null`: it is not. */
export const publishedQuery = (slug: string) =>
  queryOptions({
    queryKey: ['published', slug],
    queryFn: async ({ signal }) => {
      const response = await fetch(`${apiRoot}/indicators/${slug}`, { signal }).catch((error: unknown) => {
        throw new OfflineError(error)
      })
      return response.ok ? IndicatorDocument.parse(await response.json()) : null
    },
    retry: false,
  })
