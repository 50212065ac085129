import { z } from 'zod'
import { Slug } from '../slug.ts'

/** The order of the parts of something: every one of them, once. */
export const Order = z
  .strictObject({ order: z.array(Slug).describe('The names of all parts, the first first') })
  .meta({ id: 'Order', description: 'The order of the parts of something.' })
export type Order = z.infer<typeof Order>

/** The parts in an order; `null`: the order does not name each of them once. */
export function inGivenOrder<Part extends { readonly slug: string }>(
  parts: readonly Part[],
  order: readonly string[],
): Part[] | null {
  const placed = order.flatMap((slug) => parts.filter((part) => part.slug === slug))
  return placed.length === parts.length && new Set(order).size === order.length ? placed : null
}
