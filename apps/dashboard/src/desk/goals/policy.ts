import { byNumber, inOrderOfPolicies, type FocusArea, type Framework, type Goal } from '@pejling/domain/framework'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { isUntranslated, type Text } from '@pejling/domain/text'

/* The policy as one page: what is in it, and what of it a filter lets through. */

/** What there is of policies, goals and indicators. */
export interface PolicyParts {
  readonly frameworks: readonly Framework[]
  readonly focusAreas: readonly FocusArea[]
  readonly goals: readonly Goal[]
  readonly indicators: readonly Indicator[]
  /** Indicators that have a target. */
  readonly aimed: ReadonlySet<string>
  /** Indicators with figures that are not as published. */
  readonly drafted: ReadonlySet<string>
}

/** What is shown of the policy. */
export const shownKinds = ['all', 'english', 'targetless', 'ownerless', 'drafts', 'retired'] as const
export type ShownKind = (typeof shownKinds)[number]

/** Which goals and indicators are shown. */
export interface PolicyFilter {
  readonly search: string
  /** Danish name of the office; `''`: any; `-`: nobody. */
  readonly office: string
  readonly show: ShownKind
}

/** A goal with the indicators that are shown below it. */
export interface ShownGoal {
  readonly goal: Goal
  readonly indicators: readonly Indicator[]
}

/** A policy with its parts. */
export interface ShownPolicy {
  readonly framework: Framework
  readonly focusAreas: readonly { readonly focusArea: FocusArea; readonly goals: readonly ShownGoal[] }[]
}

/** Whether the policy is shown as it is, with nothing left out but what has been retired. */
export const isWhole = ({ search, office, show }: PolicyFilter): boolean =>
  search === '' && office === '' && show === 'all'

const says = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.toLowerCase().includes(word))

const bothOf = ({ da, en }: Text): string => `${da} ${en}`

/** The texts of an indicator that readers see first. */
const textsOf = ({ name, definition, caveats, owner }: Indicator): readonly Text[] => [
  name,
  definition,
  ...caveats,
  ...(owner === null ? [] : [owner]),
]

/** Whether any text of an indicator has yet to be translated. */
export const lacksEnglish = (indicator: Indicator): boolean => textsOf(indicator).some(isUntranslated)

const isShown = (
  indicator: Indicator,
  { aimed, drafted }: Pick<PolicyParts, 'aimed' | 'drafted'>,
  { office, show }: PolicyFilter,
): boolean => {
  const { slug, owner, retiredOn, direction } = indicator
  if (office === '-' ? owner !== null : office !== '' && owner?.da !== office) return false
  if ((show === 'retired') !== (retiredOn !== null)) return false
  const isWanted: Readonly<Record<ShownKind, boolean>> = {
    all: true,
    retired: true,
    english: lacksEnglish(indicator),
    targetless: direction !== 'context' && !aimed.has(slug),
    ownerless: owner === null,
    drafts: drafted.has(slug),
  }
  return isWanted[show]
}

/** Whether a goal is shown for its own sake, not for an indicator of it. */
const isShownItself = (goal: Goal, { office, show }: PolicyFilter): boolean => {
  if (office !== '') return false
  if ((show === 'retired') !== (goal.retiredOn !== undefined)) return false
  return show === 'all' || show === 'retired' || (show === 'english' && isUntranslated(goal.text))
}

/** Headline indicators first, then by name. */
const inOrder = (indicators: readonly Indicator[], goal: string): Indicator[] => {
  const leads = (one: Indicator): number => (one.goals.some((link) => link.goal === goal && link.headline) ? 0 : 1)
  return indicators.toSorted((a, b) => leads(a) - leads(b) || a.name.da.localeCompare(b.name.da, 'da'))
}

/** What of the policy a filter lets through: goals that match with all their indicators, others with those that match. */
export function shownPolicies(parts: PolicyParts, filter: PolicyFilter): ShownPolicy[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean)
  const whole = isWhole(filter)
  return inOrderOfPolicies(parts.frameworks).flatMap((framework) => {
    const focusAreas = parts.focusAreas
      .filter((area) => area.framework === framework.slug)
      .toSorted((a, b) => a.position - b.position || (a.slug < b.slug ? -1 : 1))
      .flatMap((focusArea) => {
        const goals = parts.goals
          .filter((goal) => goal.focusArea === focusArea.slug)
          .toSorted(byNumber)
          .flatMap((goal): ShownGoal[] => {
            const isSaid = says(`${goal.number} ${bothOf(goal.text)}`, words)
            const indicators = inOrder(
              parts.indicators.filter(
                (one) =>
                  one.goals.some((link) => link.goal === goal.slug) &&
                  isShown(one, parts, filter) &&
                  (isSaid || says(`${one.slug} ${bothOf(one.name)}`, words)),
              ),
              goal.slug,
            )
            const isKept = indicators.length > 0 || (isSaid && isShownItself(goal, filter))
            return isKept ? [{ goal, indicators }] : []
          })
        const isGone = focusArea.retiredOn !== undefined
        return goals.length > 0 || (whole && !isGone) ? [{ focusArea, goals }] : []
      })
    return focusAreas.length > 0 || whole ? [{ framework, focusAreas }] : []
  })
}

/** The number the next goal of a focus area would have: one more than the highest, beside the others. */
export function nextNumber(goals: readonly Goal[], focusArea: FocusArea, mark: string | null): string {
  const own = goals.filter((goal) => goal.focusArea === focusArea.slug).toSorted(byNumber)
  const last = own.at(-1)
  const taken = new Set(goals.flatMap(({ number, formerNumbers = [] }) => [number, ...formerNumbers]))
  const parts = (last?.number ?? `${mark === null ? '' : `${mark}-`}${focusArea.position}.0`).split('.')
  const head = parts.slice(0, -1).join('.')
  // A policy that counts its goals in one go has no point in its numbers.
  const [, before = '', end = '0'] = /^(.*?)(\d+)$/.exec(parts.at(-1) ?? '') ?? []
  for (let number = Number(end) + 1; ; number += 1) {
    const next = `${head === '' ? '' : `${head}.`}${before}${number}`
    if (!taken.has(next)) return next
  }
}
