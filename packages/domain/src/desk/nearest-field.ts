import type { Goal } from '../framework.ts'
import type { GoalLink, Indicator } from '../indicator/indicator.ts'
import type { Locale, Text } from '../text.ts'
import { linesOf, problemOf, writeGoals } from './fields.ts'
import type { Field } from './fields.ts'

/** The goals an indicator serves, while they are being typed. */
interface GoalsDraft {
  readonly goals: Indicator['goals']
}

/** The reasons of one language by the goals' slugs, from lines like `3.2: …`; or what is wrong with a line. */
function reasonsIn(text: string, goals: readonly Goal[]): Map<string, string> | { readonly problem: Text } {
  const reasons = new Map<string, string>()
  for (const line of linesOf(text)) {
    const [, number = '', reason = ''] = /^([^\s:]+)\s*:\s*(.+)$/.exec(line) ?? []
    const goal = goals.find((one) => one.number === number)
    if (!goal) {
      return problemOf(
        `“${line}” begynder ikke med et måls nummer. Skriv linjen som 3.2: Hvad tallet viser, og hvad det ikke måler.`,
        `“${line}” does not begin with the number of a goal. Write the line as 3.2: What the figure shows, and what it does not measure.`,
      )
    }
    if (reasons.has(goal.slug)) {
      return problemOf(
        `Mål ${number} står på to linjer. Skriv det på én.`,
        `Goal ${number} is on two lines. Write it on one.`,
      )
    }
    reasons.set(goal.slug, reason)
  }
  return reasons
}

interface Reason {
  readonly da: string | undefined
  readonly en: string | undefined
}

/** A link to a goal with its reason in both languages or without one; or what is wrong with it. */
function linkWith({ goal, headline }: GoalLink, { da, en }: Reason, number: string) {
  if (da === undefined && en === undefined) return { goal, headline }
  if (da === undefined || en === undefined) {
    return problemOf(
      `Skriv grunden for mål ${number} på begge sprog.`,
      `Give the reason for goal ${number} in both languages.`,
    )
  }
  if (headline) {
    return problemOf(
      `Indikatoren afgør vurderingen af mål ${number} og kan ikke også være det nærmeste tal. Skriv kun målet det ene sted.`,
      `The indicator decides the verdict of goal ${number} and cannot be its nearest figure as well. Give the goal in one of the two fields only.`,
    )
  }
  return { goal, headline, nearest: { da, en } }
}

/**
 * For which goals the indicator is shown as the nearest figure while their headline indicators have none, and why: a line for
 * each goal, `3.2: …`. It is read after the fields that say which goals there are.
 */
export function nearestField<Draft extends GoalsDraft>(goals: readonly Goal[]): Field<Draft> {
  const written = (draft: Draft, locale: Locale): string =>
    draft.goals
      .flatMap(({ goal, nearest }) => (nearest ? [`${writeGoals([goal], goals)}: ${nearest[locale]}`] : []))
      .join('\n')
  return {
    name: 'nearest',
    form: 'list',
    optional: true,
    write: (draft) => ({ da: written(draft, 'da'), en: written(draft, 'en') }),
    read: (draft, typed) => {
      const [da, en] = [reasonsIn(typed.da, goals), reasonsIn(typed.en, goals)]
      if ('problem' in da) return da
      if ('problem' in en) return en
      const other = [...da.keys(), ...en.keys()].find((slug) => !draft.goals.some(({ goal }) => goal === slug))
      if (other !== undefined) {
        const number = writeGoals([other], goals)
        return problemOf(
          `Indikatoren hører ikke til mål ${number}. Skriv det også blandt målene.`,
          `The indicator does not belong to goal ${number}. Write it among the goals as well.`,
        )
      }
      const links: GoalLink[] = []
      for (const link of draft.goals) {
        const reason = { da: da.get(link.goal), en: en.get(link.goal) }
        const read = linkWith(link, reason, writeGoals([link.goal], goals))
        if ('problem' in read) return read
        links.push(read)
      }
      return { ...draft, goals: links }
    },
  }
}
