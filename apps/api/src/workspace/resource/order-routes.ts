import { inGivenOrder, Order } from '@pejling/domain/workspace/order'
import { z } from 'zod'
import { authorise } from '../../db/actor.ts'
import { write, type ChangeSet } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { parameters } from '../../http/parameters.ts'
import { Problem } from '../../http/problem.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import type { Resource } from './resource.ts'
import { reasonOf, reasonParameter } from './resource-routes.ts'
import { requireOne } from './verbs.ts'

/** How the parts of something are put in order. */
export interface OrderedParts<Whole, Part> {
  /** What the parts are called, and in operation ids: `FocusAreas`. */
  readonly parts: string
  readonly operation: string
  readonly about: string
  /** The parts as they stand, the first first. */
  readonly list: (db: Database, whole: Whole) => readonly Part[]
  /** Writes the parts that have another place than before. */
  readonly put: (changeSet: ChangeSet, placed: readonly Part[]) => void
  readonly example: readonly string[]
}

/** Adds reading and changing the order of the parts of a resource. */
export function addOrderRoutes<Whole, Part extends { readonly slug: string }>(
  to: WorkspaceApp,
  whole: Resource<Whole>,
  { parts, operation, about, list, put, example }: OrderedParts<Whole, Part>,
): void {
  const { path } = whole
  const url = `/${path}/:slug/order`
  const params = z.strictObject({ slug: parameters.slug })
  const listed = (db: Database, slug: string) => list(db, requireOne(db, whole, slug))
  const orderOf = (all: readonly Part[]): Order => ({ order: all.map((part) => part.slug) })
  const answers = { 200: { description: 'The order as it stands', schema: Order } }
  addWorkspaceRoute(to, {
    method: 'GET',
    url,
    operationId: `get${operation}Order`,
    summary: `The order of ${parts}`,
    description: 'The slugs of all, the first first, also of those that are retired.',
    tag: path,
    access: { scope: 'definitions:read' },
    params,
    query: z.strictObject({}),
    body: noContent,
    answers,
    example: { answer: { order: [...example] } },
    handler: ({ db, params: { slug } }) => ({ body: orderOf(listed(db, slug)) }),
  })
  addWorkspaceRoute(to, {
    method: 'PUT',
    url,
    operationId: `order${operation}`,
    summary: `Put ${parts} in order`,
    description: about,
    tag: path,
    access: { scope: 'definitions:write' },
    params,
    query: z.strictObject({ reason: reasonParameter }),
    body: Order,
    answers,
    problems: { 409: 'The order does not name each of them once' },
    example: { body: { order: [...example] }, answer: { order: [...example] } },
    current: ({ db, params: { slug } }) => orderOf(listed(db, slug)),
    handler: ({ db, params: { slug }, body, query, who: { actor } }) => {
      authorise(actor, 'editor')
      const order = write(db, actor, { action: 'definition', reason: reasonOf(query) }, (changeSet) => {
        const before = listed(db, slug)
        const placed = inGivenOrder(before, body.order)
        if (!placed) {
          const all = orderOf(before).order.join(', ')
          throw new Problem('conflict', {
            da: `Nævn hver af disse én gang: ${all}`,
            en: `Name each of these once: ${all}`,
          })
        }
        put(changeSet, placed)
        return orderOf(listed(db, slug))
      })
      return { body: order, stands: order }
    },
  })
}
