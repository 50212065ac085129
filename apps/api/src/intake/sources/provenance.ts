import type { FigureOrigin } from '@pejling/domain/connection/figures'
import { slugFrom } from '@pejling/domain/slug'
import type { Provenance } from '@pejling/domain/source/source'
import { createHash } from 'node:crypto'
import type { OutsideSource } from './outside-source.ts'

/** What is added to the name of a table's provenance where its figures do not stand in the table as they are. */
const suffix: Readonly<Record<FigureOrigin, string>> = { fetched: '', margin: '-margin', ratio: '-ratio', sum: '-sum' }
const longest = 80

/**
 * What tells where the figures of a table come from is called. Only a code such as StatBank's is itself a name in addresses; of
 * others something is lost (`2026/a.csv` and `2026-a.csv` would be the same), and a part of their hash keeps them apart.
 */
export function provenanceSlug(source: string, table: string, origin: FigureOrigin = 'fetched'): string {
  const end = suffix[origin]
  const slug = slugFrom(`${source}-${table}`)
  const isPlain = slug === `${source}-${table.toLowerCase()}` && table === table.toUpperCase()
  if (isPlain && slug.length + end.length <= longest) return `${slug}${end}`
  const hash = createHash('sha256').update(table).digest('hex').slice(0, 8)
  const room = longest - hash.length - 1 - end.length
  return `${slug.slice(0, room).replace(/-+$/, '')}-${hash}${end}`
}

/** The names all figures of a table can have their origin under. */
export function provenanceSlugs(source: string, table: string): ReadonlySet<string> {
  const origins: readonly FigureOrigin[] = ['fetched', 'margin', 'ratio', 'sum']
  return new Set(origins.map((origin) => provenanceSlug(source, table, origin)))
}

/** Where figures of a table come from, in words: as the table has them, or computed here from what it has. */
function wordsOf(origin: FigureOrigin, { da, en }: OutsideSource['name'], table: string): Provenance['text'] {
  const words: Readonly<Record<FigureOrigin, Provenance['text']>> = {
    fetched: { da: `Hentet fra ${da}, tabel ${table}.`, en: `Fetched from ${en}, table ${table}.` },
    margin: {
      da: `Hentet fra ${da}, tabel ${table}. Usikkerheden er beregnet her: 1,96 gange tabellens standardfejl, så intervallet dækker 95 procent.`,
      en: `Fetched from ${en}, table ${table}. The margin is computed here: 1.96 times the table’s standard error, a 95 % interval.`,
    },
    ratio: {
      da: `Beregnet her af tal hentet fra ${da}, tabel ${table}.`,
      en: `Computed here from figures fetched from ${en}, table ${table}.`,
    },
    sum: {
      da: `Lagt sammen her af alle de dele, tallet består af, hentet fra ${da}, tabel ${table}, som ikke selv har summen.`,
      en: `Added together here from all the parts of the figure, fetched from ${en}, table ${table}, which does not have the sum itself.`,
    },
  }
  return words[origin]
}

/** Where figures of a table come from that were fetched on a day. */
export function provenanceOf(
  source: OutsideSource,
  key: string,
  table: string,
  origin: FigureOrigin,
  retrievedOn: string,
): Provenance {
  return {
    slug: provenanceSlug(key, table, origin),
    text: wordsOf(origin, source.name, table),
    viaThirdParty: false,
    url: source.pageOf(table),
    retrievedOn,
  }
}
