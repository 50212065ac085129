import type { ChangeKind } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import type { Problem } from '../../http/problem.ts'
import { areaResource } from '../areas/area-resource.ts'
import { dimensionResource } from '../dimensions/dimension-resource.ts'
import { focusAreaResource } from '../focus-areas/focus-area-resource.ts'
import { frameworkResource } from '../frameworks/framework-resource.ts'
import { goalResource } from '../goals/goal-resource.ts'
import { indicatorResource } from '../indicators/indicator-resource.ts'
import { provenanceResource } from '../provenances/provenance-resource.ts'
import { sourceResource } from '../sources/source-resource.ts'
import type { Referrer, Resource } from './resource.ts'
import { deletionProblem } from './verbs.ts'

type Hindrance = (db: Database, key: string, leaving: (referrer: Referrer) => boolean) => Problem | null

const entry = <Value>(resource: Resource<Value>): readonly [ChangeKind, Hindrance] => [
  resource.kind,
  (db, key, leaving) => {
    const value = resource.find(db, key)
    return value === null ? null : deletionProblem(db, resource, value, leaving)
  },
]

const hindrances: ReadonlyMap<string, Hindrance> = new Map([
  entry(frameworkResource),
  entry(focusAreaResource),
  entry(goalResource),
  entry(indicatorResource),
  entry(areaResource),
  entry(dimensionResource),
  entry(sourceResource),
  entry(provenanceResource),
])

/** Why something that others may refer to cannot be deleted; `null`: it can. `leaving`: whether what refers to it goes as well. */
export const deletionHindrance = (
  db: Database,
  kind: string,
  key: string,
  leaving: (referrer: Referrer) => boolean,
): Problem | null => hindrances.get(kind)?.(db, key, leaving) ?? null
