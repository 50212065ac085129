import { ownEntry } from '../record/own-entry.ts'
import { Mapping } from './mapping.ts'

/*
 * Answers to what a file leaves open. Each question is about one part of a mapping, so an answer is a mapping with that part said, and what
 * was answered for another file can be read from its mapping.
 */

/** The kind of a question and what it is about: `blank:2` is `['blank', '2']`, `group:koen:1` is `['group', 'koen:1']`. */
function partsOf(id: string): readonly [kind: string, about: string] {
  const at = id.indexOf(':')
  return at === -1 ? [id, ''] : [id.slice(0, at), id.slice(at + 1)]
}

function changed(mapping: Mapping, kind: string, about: string, value: string): unknown {
  if (kind === 'area') return { ...mapping, area: value }
  if (kind === 'period') return { ...mapping, period: value }
  if (kind === 'unit') return { ...mapping, factor: Number(value) }
  if (kind === 'fractions') return { ...mapping, fractions: value }
  if (kind === 'outlook') return { ...mapping, outlook: value }
  if (kind === 'hidden') return { ...mapping, hidden: value }
  if (kind === 'decimal') return { ...mapping, decimal: value }
  if (kind === 'blank') return { ...mapping, blanks: { ...mapping.blanks, [about]: value } }
  if (kind === 'mark') return { ...mapping, marks: { ...mapping.marks, [about]: value } }
  if (kind === 'group') return { ...mapping, labels: { ...mapping.labels, [about]: value } }
  if (kind === 'place') return { ...mapping, labels: { ...mapping.labels, [`area:${about}`]: value } }
  if (kind === 'section') return { ...mapping, labels: { ...mapping.labels, [`section:${about}`]: value } }
  if (kind !== 'column') return null
  const column = Number(about)
  if (!Number.isInteger(column) || column < 0 || column >= mapping.roles.length) return null
  const only = value.startsWith('only:') ? value.slice('only:'.length) : null
  const role = only === null ? value : 'ignore'
  return {
    ...mapping,
    roles: mapping.roles.map((one, index) => (index === column ? role : one)),
    filters: [
      ...mapping.filters.filter((one) => one.column !== column),
      ...(only === null ? [] : [{ column, values: [only] }]),
    ],
  }
}

/** A mapping with one more question answered; `null`: there is no such question, or that is no answer to it. */
export function withAnswer(mapping: Mapping, id: string, value: string): Mapping | null {
  const [kind, about] = partsOf(id)
  return Mapping.nullable()
    .catch(null)
    .parse(changed(mapping, kind, about, value))
}

/** What a mapping says to a question; `null`: nothing. */
export function answerIn(mapping: Mapping, id: string): string | null {
  const [kind, about] = partsOf(id)
  if (kind === 'area') return mapping.area
  if (kind === 'unit') return mapping.factor === null ? null : String(mapping.factor)
  if (kind === 'fractions') return mapping.fractions
  if (kind === 'outlook') return mapping.outlook
  if (kind === 'hidden') return mapping.hidden
  if (kind === 'decimal') return mapping.decimal
  if (kind === 'blank') return ownEntry(mapping.blanks, about) ?? null
  if (kind === 'mark') return ownEntry(mapping.marks, about) ?? null
  if (kind === 'group') return ownEntry(mapping.labels, about) ?? null
  if (kind === 'place') return ownEntry(mapping.labels, `area:${about}`) ?? null
  if (kind === 'section') return ownEntry(mapping.labels, `section:${about}`) ?? null
  if (kind !== 'column') return null
  const filter = mapping.filters.find(({ column }) => String(column) === about)
  const role = mapping.roles[Number(about)]
  if (filter) return `only:${filter.values[0] ?? ''}`
  return role === undefined || role === 'unclear' ? null : role
}
