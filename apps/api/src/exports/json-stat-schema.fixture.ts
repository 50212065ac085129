import { Ajv2020 } from 'ajv/dist/2020.js'

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

/** What the schema of JSON-stat has against a document. */
export function jsonStatFaults(json: unknown): string[] {
  return validate(json) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
