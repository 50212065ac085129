import { kindWords } from '@pejling/domain/change/kind-words'
import { started } from '@pejling/domain/text'
import { authorise, type Actor } from '../../db/actor.ts'
import { write, type ChangeSet } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { invalidBody } from '../../http/input.ts'
import { patched, type MergePatch } from '../../http/merge-patch.ts'
import { Problem, type ReferenceTo } from '../../http/problem.ts'
import type { Referrer, Resource } from './resource.ts'

/* The verbs of every kind of definition: make, change, delete. Each writes one change set. */

/** What the API calls the things of a kind. */
const paths: Readonly<Record<string, string>> = {
  framework: 'frameworks',
  'focus-area': 'focus-areas',
  goal: 'goals',
  indicator: 'indicators',
  target: 'targets',
  override: 'overrides',
  comment: 'comments',
  area: 'areas',
  dimension: 'dimensions',
  source: 'sources',
  provenance: 'provenances',
  observation: 'observations',
  connection: 'connections',
  'action-plan': 'action-plans',
  idea: 'ideas',
  meeting: 'meetings',
}

const referenceTo = ({ kind, key, name }: Referrer): ReferenceTo => ({ resource: paths[kind] ?? kind, id: key, name })

/** The thing with a key. Throws a Problem where there is none. */
export function requireOne<Value>(db: Database, { find, kind }: Resource<Value>, key: string): Value {
  const value = find(db, key)
  if (value !== null) return value
  const { one } = kindWords(kind)
  throw new Problem('not-found', {
    da: `${started(one.da)} "${key}" findes ikke i arbejdsområdet.`,
    en: `${started(one.en)} "${key}" does not exist in the workspace.`,
  })
}

/** Why something cannot be deleted; `null`: it can. `leaving`: whether what refers to it goes as well. */
export function deletionProblem<Value>(
  db: Database,
  resource: Resource<Value>,
  value: Value,
  leaving: (referrer: Referrer) => boolean = () => false,
): Problem | null {
  const { one } = kindWords(resource.kind)
  const key = resource.keyOf(value)
  if (resource.isPublished(db, value)) {
    return new Problem('conflict', {
      da: `${started(one.da)} "${key}" er udgivet og kan ikke slettes. Lad det udgå i stedet: sæt retiredOn.`,
      en: `${started(one.en)} "${key}" has been published and cannot be deleted. Retire it instead: set retiredOn.`,
    })
  }
  const referrers = resource.referrers(db, value).filter((referrer) => !leaving(referrer))
  if (referrers.length === 0) return null
  const named = referrers.slice(0, 5)
  const rest = referrers.length - named.length
  const list = (locale: 'da' | 'en', more: string): string =>
    named.map(({ kind, key: id }) => `${kindWords(kind).one[locale]} "${id}"`).join(', ') + (rest > 0 ? more : '')
  return new Problem(
    'conflict',
    {
      da: `${started(one.da)} "${key}" kan ikke slettes, fordi andet henviser til det: ${list('da', ` og ${rest} andre`)}. Ret eller slet det først.`,
      en: `${started(one.en)} "${key}" cannot be deleted, because other things refer to it: ${list('en', ` and ${rest} others`)}. Change or delete those first.`,
    },
    [],
    { references: referrers.slice(0, 100).map(referenceTo) },
  )
}

/** Writes something in a change set under way, new (`before` is `null`) or changed. Throws a Problem where it does not agree with the rest. */
export function save<Value>(
  changeSet: ChangeSet,
  resource: Resource<Value>,
  value: Value,
  before: Value | null,
): Value {
  const { db } = changeSet
  const problems = resource.problems(db, value, before)
  if (problems.length > 0) throw invalidBody(problems)
  const written = before === null ? value : (resource.written?.(db, value, before) ?? value)
  resource.put(changeSet, written)
  return written
}

/** What a verb is called with, besides the thing itself. */
interface Doing {
  readonly actor: Actor
  readonly reason: string | null
}

const about = (reason: string | null) => ({ action: 'definition', reason })

/** Makes something. Throws a Problem where there is one of that key already, or it does not agree with the rest. */
export function create<Value>(db: Database, { actor, reason }: Doing, resource: Resource<Value>, value: Value): Value {
  authorise(actor, 'editor')
  return write(db, actor, about(reason), (changeSet) => {
    const key = resource.keyOf(value)
    if (resource.find(db, key) !== null) {
      const { one } = kindWords(resource.kind)
      throw new Problem('conflict', {
        da: `${started(one.da)} "${key}" findes allerede. Brug et andet navn, eller ret det, der er.`,
        en: `${started(one.en)} "${key}" exists already. Use another name, or change what there is.`,
      })
    }
    return { made: save(changeSet, resource, value, null) }
  }).made
}

/** Changes something by a merge patch. Throws a Problem where there is none of the key, or what it becomes cannot be. */
export function change<Value>(
  db: Database,
  { actor, reason }: Doing,
  resource: Resource<Value>,
  key: string,
  patch: MergePatch,
): Value {
  authorise(actor, 'editor')
  return write(db, actor, about(reason), (changeSet) => {
    const before = requireOne(db, resource, key)
    const value = patched(resource.schema, before, patch)
    if (resource.keyOf(value) !== key) {
      const errors = resource.fixed
        .filter((name) => name in patch)
        .map((name) => ({
          pointer: `/${name}`,
          detail: {
            da: 'Kan ikke ændres: det er navnet i adresser.',
            en: 'Cannot be changed: it is the name in addresses.',
          },
        }))
      throw invalidBody(errors)
    }
    return { changed: save(changeSet, resource, value, before) }
  }).changed
}

/** Deletes something. Throws a Problem where there is none, a release says it, or something refers to it. */
export function remove<Value>(db: Database, { actor, reason }: Doing, resource: Resource<Value>, key: string): void {
  authorise(actor, 'editor')
  write(db, actor, about(reason), (changeSet) => {
    const value = requireOne(db, resource, key)
    const problem = deletionProblem(db, resource, value)
    if (problem) throw problem
    resource.remove(changeSet, value)
  })
}
