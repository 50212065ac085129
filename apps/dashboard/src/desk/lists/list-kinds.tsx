import { Area } from '@pejling/domain/area'
import { Dimension } from '@pejling/domain/dimension'
import { Provenance, Source } from '@pejling/domain/source/source'
import type { deskLists } from '@pejling/addresses/words'
import type { JSX } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import type { Text } from '@pejling/domain/text'
import { z } from 'zod'
import { textOf } from '../client/locale.ts'
import { AreaFields } from './area-fields.tsx'
import { DimensionFields } from './dimension-fields.tsx'
import { ProvenanceFields } from './provenance-fields.tsx'
import { SourceFields } from './source-fields.tsx'
import { words } from './list-words.ts'

/** A list, by the resource of the workspace's API it shows. */
export type ListKind = keyof typeof deskLists

/** One of a list as its table shows it. */
export interface ListRow {
  readonly key: string
  readonly name: Text
  /** What stands in the other columns. */
  readonly cells: readonly string[]
}

/** What the form of one of a list is given. */
export interface FieldsProps {
  readonly form: UseFormReturn<FieldValues, unknown, FieldValues>
  /** Whether it is being made: its key can be chosen then, and never again. */
  readonly isNew: boolean
}

/** How a list is shown and edited. A new resource of the same shape is one of these. */
export interface ListOf {
  readonly schema: z.ZodType<FieldValues, FieldValues>
  readonly columns: readonly string[]
  readonly rowOf: (item: FieldValues) => ListRow
  /** What the form of something new begins with. */
  readonly empty: FieldValues
  readonly Fields: (props: FieldsProps) => JSX.Element
}

const noText = { da: '', en: '' }

/** The lists of the desk. */
export const listKinds: Readonly<Record<ListKind, ListOf>> = {
  areas: {
    schema: Area,
    columns: [words.area.code, words.area.kind],
    rowOf: (item) => {
      const { code, name, kind } = Area.parse(item)
      return { key: code, name, cells: [code, words.area.kinds[kind]] }
    },
    empty: { code: '', name: noText, kind: 'municipality', parents: [] },
    Fields: AreaFields,
  },
  dimensions: {
    schema: Dimension,
    columns: [words.dimension.groups],
    rowOf: (item) => {
      const { slug, name, categories } = Dimension.parse(item)
      return { key: slug, name, cells: [categories.map((one) => textOf(one.name)).join(', ')] }
    },
    empty: { slug: '', name: noText, categories: [] },
    Fields: DimensionFields,
  },
  sources: {
    schema: Source,
    columns: [words.source.producer, words.source.table],
    rowOf: (item) => {
      const { slug, title, producer, table } = Source.parse(item)
      return { key: slug, name: title, cells: [textOf(producer), table ?? ''] }
    },
    empty: { slug: '', producer: noText, title: noText, table: null, url: null, licence: null },
    Fields: SourceFields,
  },
  provenances: {
    schema: Provenance,
    columns: [words.provenance.on],
    rowOf: (item) => {
      const { slug, text, retrievedOn } = Provenance.parse(item)
      return { key: slug, name: text, cells: [retrievedOn ?? ''] }
    },
    empty: { slug: '', text: noText, viaThirdParty: false, url: null, retrievedOn: null },
    Fields: ProvenanceFields,
  },
}

/** The names of the lists in the order they are shown in. */
export const ListKinds = z.enum(['areas', 'dimensions', 'sources', 'provenances'])
