import { fromPath } from '@pejling/addresses/address'
import { releaseOf, renamedPath, subjectOf, type SubjectKind } from '@pejling/addresses/subject'
import { documentPath } from '@pejling/domain/release/paths'
import type { ReleaseView, ReleaseCache } from '../../public/release-cache.ts'

const kinds = {
  indicators: 'indicator',
  goals: 'goal',
  frameworks: 'framework',
  'action-plans': 'actionPlan',
} as const satisfies Readonly<Record<string, SubjectKind>>

const isCollection = (name: string): name is keyof typeof kinds => name in kinds

/** The names things had before, in a release, by what they are and their present name. */
function formerNames(publication: ReleaseCache, edition: ReleaseView): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const { path } of publication.store.entries(edition.release.number)) {
    const [, collection = '', name = ''] = /^redirects\/([\w-]+)\/([^/]+)$/.exec(path) ?? []
    if (!isCollection(collection)) continue
    const kind = kinds[collection]
    // A name that has been given to another thing is no former one.
    if (publication.store.version(documentPath[kind](name), edition.release.number) !== null) continue
    const present = publication.renamed(edition, { kind, name })
    if (present !== null) names.set(`${kind} ${present}`, [...(names.get(`${kind} ${present}`) ?? []), name])
  }
  return names
}

/** Of addresses that are there, those that things had before, each with its present one: in every form, in every release. */
export function formerAddresses(
  publication: ReleaseCache,
  addresses: Iterable<string>,
): { readonly former: string; readonly present: string }[] {
  const known = new Map<number | null, ReadonlyMap<string, readonly string[]>>()
  return [...addresses].flatMap((present) => {
    const address = fromPath(present)
    const subject = address && subjectOf(address)
    if (!address || !subject) return []
    const release = releaseOf(address)
    const names = known.get(release) ?? formerNames(publication, publication.edition(release ?? undefined))
    known.set(release, names)
    const former = names.get(`${subject.kind} ${subject.name}`) ?? []
    return former.map((name) => ({ former: renamedPath(present, address, name), present }))
  })
}
