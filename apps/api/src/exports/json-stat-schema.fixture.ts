import { Ajv2020 } from 'ajv/dist/2020.js'
import { z } from 'zod'

const texts = { type: 'object', additionalProperties: { type: 'string' }, minProperties: 1 }
const ids = { type: 'array', items: { type: 'string' } }

/** What the schema of the format demands of a data set (json-stat.org, dataset schema 1.05 for version 2.0). */
const datasetSchema = {
  type: 'object',
  required: ['version', 'class', 'id', 'size', 'dimension', 'value'],
  properties: {
    version: { const: '2.0' },
    class: { const: 'dataset' },
    href: { type: 'string' },
    label: { type: 'string' },
    source: { type: 'string' },
    updated: { type: 'string' },
    note: { type: 'array', items: { type: 'string' }, minItems: 1 },
    link: {
      type: 'object',
      additionalProperties: {
        type: 'array',
        items: { type: 'object', properties: { href: { type: 'string' }, type: { type: 'string' } } },
      },
    },
    id: ids,
    size: { type: 'array', items: { type: 'integer', minimum: 0 } },
    role: { type: 'object', properties: { time: ids, geo: ids, metric: ids }, additionalProperties: false },
    dimension: {
      type: 'object',
      minProperties: 1,
      additionalProperties: {
        type: 'object',
        required: ['category'],
        properties: {
          label: { type: 'string' },
          category: {
            type: 'object',
            anyOf: [{ required: ['index'] }, { required: ['label'] }],
            properties: { index: ids, label: texts, unit: { type: 'object', minProperties: 1 } },
          },
        },
      },
    },
    value: { type: ['array', 'object'], additionalProperties: { type: ['number', 'null'] } },
    status: { type: ['array', 'object', 'string'] },
    extension: { type: 'object' },
  },
}

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(datasetSchema)

const Counted = z.object({
  id: z.array(z.string()),
  size: z.array(z.int()),
  role: z.record(z.string(), z.array(z.string())).default({}),
  dimension: z.record(
    z.string(),
    z.object({
      category: z.object({
        index: z.array(z.string()).optional(),
        label: z.record(z.string(), z.string()).optional(),
        unit: z.record(z.string(), z.unknown()).optional(),
      }),
    }),
  ),
  value: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
  status: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown()), z.string()]).optional(),
})

/** What the text of the format demands that its schema cannot say: the parts of a cube agree about its size. */
function countFaults(json: unknown): string[] {
  const { id, size, role, dimension, value, status } = Counted.parse(json)
  const cells = size.reduce((product, one) => product * one, 1)
  /** A list has an item for each cell; an object names some of them. */
  const fits = (list: readonly unknown[] | Readonly<Record<string, unknown>>): boolean =>
    Array.isArray(list)
      ? list.length === cells
      : Object.keys(list).every((key) => /^\d+$/.test(key) && Number(key) < cells)
  const sizes = id.flatMap((name, place) => {
    const { index = [], label = {}, unit = {} } = dimension[name]?.category ?? {}
    const codes = index.length > 0 || size[place] === 0 ? index : Object.keys(label)
    const known = new Set(codes)
    return [
      ...(codes.length === size[place] && known.size === codes.length ? [] : [`/dimension/${name} is of another size`]),
      ...[...Object.keys(label), ...Object.keys(unit)].flatMap((code) =>
        known.has(code) ? [] : [`/dimension/${name} has no ${code}`],
      ),
    ]
  })
  return [
    ...(id.length === size.length && new Set(id).size === id.length ? [] : ['/id and /size differ']),
    ...(Object.keys(dimension).toSorted().join(' ') === id.toSorted().join(' ') ? [] : ['/id is not /dimension']),
    ...Object.values(role).flatMap((names) => names.flatMap((name) => (id.includes(name) ? [] : [`/role ${name}`]))),
    ...sizes,
    ...(fits(value) ? [] : ['/value is of another size']),
    ...(status === undefined || typeof status === 'string' || fits(status) ? [] : ['/status is of another size']),
  ]
}

/** What the schema and the text of JSON-stat have against a document. */
export function jsonStatFaults(json: unknown): string[] {
  return validate(json)
    ? countFaults(json)
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
