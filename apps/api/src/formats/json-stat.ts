import { z } from 'zod'
import { ownEntry } from '@pejling/domain/record/own-entry'

/** One category of a dimension. */
export interface CubeCategory {
  readonly code: string
  readonly label: string
  /** What is counted, of a measure. */
  readonly unit?: { readonly label: string; readonly decimals: number }
}

/** A dimension of a cube, its categories in their order. */
export interface CubeDimension {
  readonly id: string
  readonly label: string
  readonly role: 'time' | 'geo' | 'metric' | null
  readonly categories: readonly CubeCategory[]
}

/** A cube of figures: one cell for each combination of categories, the last dimension turning fastest. */
export interface Cube {
  readonly label: string
  readonly source: string
  /** When it was last renewed, as its producer writes it; `null`: not said. */
  readonly updated: string | null
  /** Where it is found, and the address of the licence it may be used on, where that is said. */
  readonly href?: string
  readonly licence?: string | null
  readonly notes: readonly string[]
  readonly dimensions: readonly CubeDimension[]
  /** By cell; cells that are not there have no figure. */
  readonly values: ReadonlyMap<number, number>
  readonly statuses: ReadonlyMap<number, string>
  /** What only its producer knows how to read. */
  readonly extension: Readonly<Record<string, unknown>>
}

/** JSON-stat 2.0 as we write it, for those who read our answers. */
export const JsonStatDocument = z
  .looseObject({
    version: z.literal('2.0'),
    class: z.literal('dataset'),
    label: z.string(),
    source: z.string(),
    updated: z.string().optional(),
    href: z.string().optional().describe('Where it is found'),
    link: z
      .object({ license: z.array(z.object({ href: z.string() })) })
      .optional()
      .describe('The licence the figures may be used on'),
    note: z.array(z.string()).optional(),
    id: z.array(z.string()).describe('The dimensions, in their order; the last turns fastest'),
    size: z.array(z.int()).describe('How many categories each has'),
    role: z.object({ time: z.array(z.string()), geo: z.array(z.string()), metric: z.array(z.string()) }),
    dimension: z.record(
      z.string(),
      z.object({
        label: z.string(),
        category: z.object({
          index: z.array(z.string()).describe('Codes, in their order'),
          label: z.record(z.string(), z.string()).optional().describe('Left out where there is no category'),
          unit: z.record(z.string(), z.object({ label: z.string(), decimals: z.int() })).optional(),
        }),
      }),
    ),
    value: z
      .record(z.string(), z.number().nullable())
      .describe('By cell; a cell that is not there has no figure. Where there is none at all, cells are `null`'),
    status: z.record(z.string(), z.string()).describe('By cell: SDMX CL_OBS_STATUS'),
    extension: z.record(z.string(), z.unknown()).describe('Footnotes and provenance, by cell'),
  })
  .meta({ id: 'JsonStatDataset', description: 'A cube of figures, JSON-stat 2.0 (json-stat.org/format).' })

const texts = z.union([z.string(), z.array(z.string())]).transform((text) => [text].flat())
const Category = z.object({
  index: z.union([z.array(z.string()), z.record(z.string(), z.int())]).optional(),
  label: z.record(z.string(), z.string()).optional(),
  unit: z
    .record(
      z.string(),
      z.object({ label: z.string().optional(), base: z.string().optional(), decimals: z.int().optional() }),
    )
    .optional(),
})
const Dimension = z.object({ label: z.string().optional(), category: Category })
const Role = z
  .object({
    time: z.array(z.string()).optional(),
    geo: z.array(z.string()).optional(),
    metric: z.array(z.string()).optional(),
  })
  .default({})
const figure = z.number().nullable()
const common = {
  label: z.string().default(''),
  source: z.string().default(''),
  updated: z.string().nullable().default(null),
  note: texts.default([]),
  value: z.union([z.array(figure), z.record(z.string(), figure)]),
  status: z.union([z.string(), z.array(z.string().nullable()), z.record(z.string(), z.string())]).optional(),
  extension: z.record(z.string(), z.unknown()).default({}),
}
/** JSON-stat 2.0. */
const Modern = z.object({
  ...common,
  class: z.literal('dataset'),
  id: z.array(z.string()),
  size: z.array(z.int().positive()),
  role: Role,
  dimension: z.record(z.string(), Dimension),
})
/** JSON-stat 1.x, one data set: what its dimensions are called lies beside them. */
const Former = z.object({
  dataset: z.object({
    ...common,
    dimension: z
      .object({ id: z.array(z.string()), size: z.array(z.int().positive()), role: Role })
      .catchall(z.unknown()),
  }),
})

function dimensionOf(id: string, given: unknown, role: z.output<typeof Role>): CubeDimension {
  const { label = id, category } = Dimension.parse(given)
  const { index, label: labels = {}, unit: units = {} } = category
  const codes = Array.isArray(index)
    ? index
    : Object.entries(index ?? {})
        .sort(([, a], [, b]) => a - b)
        .map(([code]) => code)
  const named = codes.length > 0 ? codes : Object.keys(labels)
  const roles = ['time', 'geo', 'metric'] as const
  return {
    id,
    label,
    role: roles.find((one) => role[one]?.includes(id)) ?? null,
    categories: named.map((code) => {
      const unit = ownEntry(units, code)
      return {
        code,
        label: ownEntry(labels, code) ?? code,
        ...(unit && { unit: { label: unit.label ?? unit.base ?? '', decimals: unit.decimals ?? 0 } }),
      }
    }),
  }
}

function byCell<Value>(given: readonly (Value | null)[] | Readonly<Record<string, Value | null>>): Map<number, Value> {
  return new Map(
    Object.entries(given).flatMap(([cell, value]): [number, Value][] =>
      value === null ? [] : [[Number(cell), value]],
    ),
  )
}

/** Reads JSON-stat, version 2.0 (a data set) or 1.x. Throws a ZodError where it is neither, or its parts do not fit each other. */
export function readJsonStat(json: unknown): Cube {
  const read = z
    .union([
      Modern,
      Former.transform(({ dataset: { dimension, ...rest } }) => {
        const { id, size, role, ...dimensions } = dimension
        return { ...rest, id, size, role, dimension: dimensions }
      }),
    ])
    .superRefine(({ id, size, dimension }, context) => {
      id.forEach((name, at) => {
        const given = Dimension.safeParse(ownEntry(dimension, name))
        if (!given.success) {
          context.addIssue({
            code: 'custom',
            path: ['dimension', name],
            message: `The dimension "${name}" is not described`,
          })
        } else if (dimensionOf(name, given.data, {}).categories.length !== size[at]) {
          context.addIssue({
            code: 'custom',
            path: ['size', at],
            message: `"${name}" has not as many categories as it says`,
          })
        }
      })
    })
    .parse(json)
  const { label, source, updated, note, id, role, dimension, value, status, extension } = read
  return {
    label,
    source,
    updated,
    notes: note,
    dimensions: id.map((name) => dimensionOf(name, dimension[name], role)),
    values: byCell(value),
    statuses:
      typeof status === 'string'
        ? new Map(Array.from(byCell(value).keys(), (cell) => [cell, status]))
        : byCell(status ?? {}),
    extension,
  }
}

/** Writes a cube as JSON-stat 2.0 (json-stat.org/format). */
export function writeJsonStat(cube: Cube): string {
  const { label, source, updated, href, licence, notes, dimensions, values, statuses, extension } = cube
  const withRole = (role: CubeDimension['role']): string[] =>
    dimensions.filter((one) => one.role === role).map(({ id }) => id)
  return JSON.stringify({
    version: '2.0',
    class: 'dataset',
    label,
    source,
    ...(updated !== null && { updated }),
    ...(href !== undefined && { href }),
    ...(typeof licence === 'string' && { link: { license: [{ href: licence }] } }),
    ...(notes.length > 0 && { note: notes }),
    id: dimensions.map(({ id }) => id),
    size: dimensions.map(({ categories }) => categories.length),
    role: { time: withRole('time'), geo: withRole('geo'), metric: withRole('metric') },
    dimension: Object.fromEntries(
      dimensions.map(({ id, label: name, categories }) => {
        const units = categories.flatMap(({ code, unit }) => (unit ? [[code, unit] as const] : []))
        const category = {
          index: categories.map(({ code }) => code),
          // The schema of the format has no empty list of names.
          ...(categories.length > 0 && {
            label: Object.fromEntries(categories.map((one) => [one.code, one.label])),
          }),
          ...(units.length > 0 && { unit: Object.fromEntries(units) }),
        }
        return [id, { label: name, category }]
      }),
    ),
    // Readers take a cube without any value for none at all, so that one where nothing is known says so of its cells.
    value: Object.fromEntries(values.size > 0 ? values : Array.from(statuses.keys(), (cell) => [cell, null])),
    status: Object.fromEntries(statuses),
    extension,
  })
}

/** The categories of a cell, one code for each dimension. */
export function categoriesOf({ dimensions }: Pick<Cube, 'dimensions'>, cell: number): string[] {
  let rest = cell
  return dimensions
    .toReversed()
    .map(({ categories }) => {
      const code = categories[rest % categories.length]?.code ?? ''
      rest = Math.floor(rest / categories.length)
      return code
    })
    .toReversed()
}

/** How many cells a cube has, with figures or without. */
export const cellCount = ({ dimensions }: Pick<Cube, 'dimensions'>): number =>
  dimensions.reduce((count, { categories }) => count * categories.length, 1)

/** The number of the cell where the categories at these places meet. */
export function cellAt({ dimensions }: Pick<Cube, 'dimensions'>, places: readonly number[]): number {
  return dimensions.reduce((cell, { categories }, at) => cell * categories.length + (places[at] ?? 0), 0)
}
