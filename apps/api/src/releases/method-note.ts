import { IndicatorDocument } from '@pejling/domain/release/documents'
import type { ReleaseEntry } from '@pejling/domain/release/release'
import type { Text } from '@pejling/domain/text'
import type { ReleaseStore } from './release-store.ts'
import { readPublished } from './published-documents.ts'
import type { ReleaseWords } from './release-words.ts'

/** Methods and their versions, by the methods' names. */
export type MethodVersions = ReadonlyMap<string, ReadonlySet<string>>

/** The methods, and their versions, by which indicators have been assessed. */
export function methodVersionsOf(documents: readonly Pick<IndicatorDocument, 'assessments'>[]): MethodVersions {
  const all = documents.flatMap(({ assessments }) => assessments.map(({ method }) => method))
  const byName = Map.groupBy(all, ({ name }) => name)
  return new Map([...byName].map(([name, methods]) => [name, new Set(methods.map(({ version }) => version))]))
}

const indicatorPath = /^indicators\/[^/]+$/

/** The methods, and their versions, of everything that stands in a release. */
export function versionsIn(store: ReleaseStore, entries: readonly ReleaseEntry[]): MethodVersions {
  const paths = entries.filter(({ path }) => indicatorPath.test(path))
  return methodVersionsOf(paths.flatMap(({ hash }) => readPublished(store, hash, IndicatorDocument) ?? []))
}

/** Whether a method is used in a version that the release before had nowhere, though it had the method. */
function hasNewVersion(before: MethodVersions, now: MethodVersions): boolean {
  return [...now].some(([name, versions]) => {
    const known = before.get(name)
    return known !== undefined && [...versions].some((version) => !known.has(version))
  })
}

const methodNote: Text = {
  da: 'Fra denne udgivelse vurderes udviklingen efter nye regler, som står på siden “Om tallene”. En vurdering kan derfor være en anden end før, selv om tallene er de samme. Vurderingerne i tidligere udgivelser er ikke ændret.',
  en: 'From this release on, development is assessed by new rules, which are explained on the page “About the figures”. An assessment may therefore differ from before although the figures are the same. The assessments in earlier releases have not been changed.',
}

/** The words of a release, which say so where it is the first to be assessed by another version of a method. */
export function withMethodNote(words: ReleaseWords, before: MethodVersions, now: MethodVersions): ReleaseWords {
  if (!hasNewVersion(before, now)) return words
  const { note } = words
  if (note === null) return { ...words, note: methodNote }
  return { ...words, note: { da: `${note.da} ${methodNote.da}`, en: `${note.en} ${methodNote.en}` } }
}
