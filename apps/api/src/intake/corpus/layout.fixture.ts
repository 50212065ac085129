import type { Locale } from '@pejling/domain/text'
import {
  alder,
  areaName,
  categoryName,
  contexts,
  figure,
  keyOf,
  koen,
  type CorpusFile,
  type Key,
  type Topic,
} from './material.fixture.ts'
import { extensionOf, writeSheets, type Container, type TypedSheet } from './write-sheets.fixture.ts'

/** Writes down which figures a file holds while its sheets are made. */
export class Truth {
  readonly figures = new Map<string, number | null>()
  private readonly topic: Topic
  readonly locale: Locale

  constructor(topic: Topic, locale: Locale) {
    this.topic = topic
    this.locale = locale
  }

  /** The figure of a cell, which the file holds. */
  take(key: Key): number {
    const value = figure(this.topic, key)
    this.figures.set(keyOf(key), value)
    return value
  }
  /** A figure that stands in the file and is not to be taken. */
  pass(key: Key): number {
    return figure(this.topic, key)
  }
  /** The file says that there is no figure. */
  miss(key: Key): void {
    this.figures.set(keyOf(key), null)
  }
  area(code: string): string {
    return areaName(code, this.locale)
  }
  sex(slug: string | undefined): string {
    return categoryName(koen, slug, this.locale)
  }
  age(slug: string | undefined): string {
    return categoryName(alder, slug, this.locale)
  }
  say(da: string, en: string): string {
    return this.locale === 'da' ? da : en
  }
  /** What the column of figures is headed with. */
  get measure(): string {
    const { unit } = contexts[this.topic].indicator
    return unit === 'count' ? this.say('Antal', 'Number') : this.say('Andel', 'Share')
  }
}

/** A way files are laid out: it is written in each of the containers. */
export interface Layout {
  readonly name: string
  readonly topic: Topic
  readonly locale?: Locale
  readonly containers: readonly Container[]
  readonly isClear: boolean
  readonly make: (truth: Truth) => TypedSheet | readonly TypedSheet[]
}

export const sexes = [undefined, 'kvinder', 'maend'] as const
export const ages = [undefined, '18-29', '30-64', '65-plus'] as const
export const years = ['2021', '2022', '2023', '2024'] as const

const isList = (sheets: TypedSheet | readonly TypedSheet[]): sheets is readonly TypedSheet[] => Array.isArray(sheets)

/** The files of layouts, each with what it holds. */
export async function filesOf(layouts: readonly Layout[]): Promise<CorpusFile[]> {
  const files: CorpusFile[] = []
  for (const { name, topic, locale = 'da', containers, isClear, make } of layouts) {
    for (const container of containers) {
      const truth = new Truth(topic, locale)
      const sheets = make(truth)
      const bytes = await writeSheets(isList(sheets) ? sheets : [sheets], container)
      files.push({ name: `${name}.${extensionOf[container]}`, bytes, topic, figures: truth.figures, isClear })
    }
  }
  return files
}
