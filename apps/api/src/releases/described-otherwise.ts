import { fieldChanges, type FieldChange } from '@pejling/domain/change/field-changes'
import { IndicatorDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import type { ReleaseChangesDocument } from '@pejling/domain/release/release'
import { z } from 'zod'
import { readPublished } from './published-documents.ts'
import type { ReleaseStore } from './release-store.ts'

/** As much of a description as can be compared by eye. */
const longest = 4000

/** The definition of an indicator as a release tells it; `null`: it does not. */
function definitionIn(store: ReleaseStore, release: number, slug: string) {
  const version = store.version(documentPath.indicator(slug), release)
  const document = version && readPublished(store, version.hash, IndicatorDocument)
  return document ? z.json().parse(JSON.parse(JSON.stringify(document.indicator))) : null
}

/** What of the descriptions of indicators is otherwise in a release than in an earlier one, in words, by indicator. */
export function describedOtherwise(
  store: ReleaseStore,
  since: number,
  release: number,
  { indicators }: Pick<ReleaseChangesDocument, 'indicators'>,
): ReadonlyMap<string, readonly FieldChange[]> {
  const described = indicators.filter(({ change, definitionChanged }) => change === 'changed' && definitionChanged)
  return new Map(
    described.map(({ indicator }) => {
      const [was, is] = [definitionIn(store, since, indicator), definitionIn(store, release, indicator)]
      return [indicator, fieldChanges(was, is, (person) => person, longest)] as const
    }),
  )
}
