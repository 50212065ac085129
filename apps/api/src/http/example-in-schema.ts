import { z } from 'zod'

const Schema = z.looseObject({
  $ref: z.string().optional(),
  examples: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
})
const List = z.looseObject({ type: z.literal('array'), items: z.unknown() })

/**
 * An example of a document, out of the examples its schema gives: its own, that of what it refers to, or, of a page of a list and of
 * a list by its name, one item with its own. `undefined`: the schema gives none. `schemas` are the components it may refer to.
 */
export function exampleInSchema(schema: unknown, schemas: Readonly<Record<string, unknown>>): unknown {
  const read = Schema.safeParse(schema)
  if (!read.success) return undefined
  const { $ref, examples, anyOf, properties } = read.data
  if (examples) return examples[0]
  if ($ref !== undefined) return exampleInSchema(schemas[$ref.slice('#/components/schemas/'.length)], schemas)
  if (anyOf) return exampleInSchema(anyOf[0], schemas)
  const lists = Object.entries(properties ?? {}).flatMap(([name, one]) => {
    const list = List.safeParse(one)
    return list.success ? [{ name, item: exampleInSchema(list.data.items, schemas) }] : []
  })
  const [list] = lists
  if (!properties || lists.length !== 1 || !list || list.item === undefined) return undefined
  const isPage = 'total' in properties && 'next' in properties
  if (Object.keys(properties).length > (isPage ? 3 : 1)) return undefined
  return { [list.name]: [list.item], ...(isPage && { total: 1, next: null }) }
}
