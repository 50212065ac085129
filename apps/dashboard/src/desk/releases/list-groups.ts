import type { PreviewItem } from '@pejling/domain/workspace/releases'

/* The one list of everything that would come out: in groups, and what of it is shown. */

/** What of the list is shown. */
export const listFilters = ['all', 'figures', 'assessments', 'texts', 'findings'] as const
export type ListFilter = (typeof listFilters)[number]

/** A part of the list: a goal by its number, or what belongs to none. */
export type GroupKey = { readonly goal: string } | { readonly group: 'none' | 'policy' | 'work' | 'ideas' | 'site' }

/** A part of the list with its items. */
export interface ListGroup {
  readonly key: string
  readonly about: GroupKey
  readonly items: readonly PreviewItem[]
}

const others = {
  indicator: 'none',
  target: 'none',
  override: 'none',
  goal: 'policy',
  comment: 'policy',
  framework: 'policy',
  'focus-area': 'policy',
  'action-plan': 'work',
  action: 'work',
  idea: 'ideas',
  profile: 'site',
} as const

const aboutOf = ({ kind, goals }: PreviewItem): GroupKey => {
  const [goal] = goals
  return goal === undefined ? { group: others[kind] } : { goal }
}

const keyOf = (about: GroupKey): string => ('goal' in about ? about.goal : about.group)

/** The order in a group: the goal's own texts, then each indicator and the texts that come out with it. */
const placeOf = ({ kind, indicator, name }: PreviewItem): string =>
  indicator === null ? ` ${name.da}` : `${indicator} ${kind === 'indicator' ? 0 : 1}`

/** The list by goal and, after them, by what else there is. Each item is in one group alone, so that no tick is there twice. */
export function groupsOf(items: readonly PreviewItem[]): ListGroup[] {
  const groups = new Map<string, { about: GroupKey; items: PreviewItem[] }>()
  for (const item of items) {
    const about = aboutOf(item)
    const group = groups.get(keyOf(about)) ?? { about, items: [] }
    group.items.push(item)
    groups.set(keyOf(about), group)
  }
  return [...groups]
    .map(([key, group]) => ({
      key,
      about: group.about,
      items: group.items.toSorted((a, b) => placeOf(a).localeCompare(placeOf(b), 'da')),
    }))
    .toSorted((a, b) =>
      'goal' in a.about === 'goal' in b.about
        ? a.key.localeCompare(b.key, 'da', { numeric: true })
        : 'goal' in a.about
          ? -1
          : 1,
    )
}

const passes: Readonly<Record<ListFilter, (item: PreviewItem) => boolean>> = {
  all: () => true,
  figures: ({ figures }) => figures.length > 0,
  assessments: ({ assessment }) => assessment !== null && assessment.before?.verdict !== assessment.after?.verdict,
  texts: ({ kind, definitionChanged }) => kind !== 'indicator' || definitionChanged,
  findings: ({ findings }) => findings.length > 0,
}

/** What of the list is shown: by a filter, and by words in the name. */
export function shownItems(items: readonly PreviewItem[], filter: ListFilter, search: string): PreviewItem[] {
  const words = search.toLowerCase().split(/\s+/)
  return items.filter((item) => {
    const name = `${item.name.da} ${item.name.en}`.toLowerCase()
    return passes[filter](item) && words.every((word) => name.includes(word))
  })
}

/** The ticked indicators when some are ticked or unticked; `null`: all that can be. */
export function ticked(
  items: readonly PreviewItem[],
  only: readonly string[] | null,
  these: readonly string[],
  isOn: boolean,
): readonly string[] | null {
  const choosable = items.flatMap(({ choosable: can, indicator }) => (can && indicator !== null ? [indicator] : []))
  const changed = new Set(these)
  const next = choosable.filter((slug) => (changed.has(slug) ? isOn : only === null || only.includes(slug)))
  return next.length === choosable.length ? null : next
}
