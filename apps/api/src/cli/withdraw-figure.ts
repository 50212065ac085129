import type { Text } from '@pejling/domain/text'
import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import type { PublishedFigure } from '../releases/find-replacements.ts'
import { findMentions } from '../releases/mentions.ts'
import { askToWithdraw } from '../releases/planned.ts'
import { figuresInReleases, type FigureInReleases } from '../releases/published-figures.ts'
import { UnknownIndicatorError } from '../releases/publish.ts'
import { parseReason } from '../releases/release-words.ts'
import { countShowing, NothingToWithdrawError } from '../releases/withdraw.ts'

/** The figure to withdraw, as far as it has been given. */
export interface AskedFigure {
  readonly indicator: string
  readonly series: string | null
  readonly period: string | null
  /** `null`: a preview; nothing is withdrawn. */
  readonly reason: Text | null
}

function listFigures(figures: readonly FigureInReleases[], print: (line: string) => void): void {
  print('series\tperiod\tvalue\tnumerator/denominator\treleases')
  for (const { series, period, said, release, isCurrent } of figures) {
    for (const { value, numerator, denominator } of said) {
      const counted = numerator === null && denominator === null ? '' : `${numerator ?? '–'}/${denominator ?? '–'}`
      print([series, period, value ?? '–', counted, isCurrent ? 'the last' : `older, from ${release}`].join('\t'))
    }
  }
}

/** Prints where a figure occurs: in how many documents, and in which texts written by people. */
function listTelling(db: Database, figure: PublishedFigure, print: (line: string) => void): void {
  const documents = countShowing(db, figure)
  if (documents === 0) throw new NothingToWithdrawError(figure)
  print(`The figure is in ${documents} published documents. All of them are changed by a withdrawal.`)
  const mentions = findMentions(db, figure)
  if (mentions.length > 0) print('These texts also seem to mention it. They are not changed; correct them yourself:')
  for (const { kind, key, text, isPublished } of mentions) {
    print(`  ${kind} ${key} (${isPublished ? 'published' : 'not published'}): ${text}`)
  }
}

/**
 * Lists the figures of an indicator that can be withdrawn. For a given figure it first prints everywhere it occurs; with a reason it
 * withdraws it, or plans the withdrawal for a publisher to approve where two people are required. Returns the exit code. Throws an
 * UnknownIndicatorError, a NothingToWithdrawError or a ReleaseWordsError.
 */
export function withdrawFigure(db: Database, asked: AskedFigure, print: (line: string) => void): number {
  const { indicator, series, period } = asked
  const reason = asked.reason && parseReason(asked.reason)
  const published = figuresInReleases(db, indicator)
  if (!published) throw new UnknownIndicatorError(indicator, 'releases')
  if (series === null || period === null) {
    listFigures(published.figures, print)
    print('Nothing was withdrawn. Choose one with --series and --period.')
    return 0
  }
  const figure = { indicator, series, period }
  listTelling(db, figure, print)
  if (reason === null) {
    print(
      'Nothing was withdrawn. To withdraw it, give a public reason with --reason-da and --reason-en, without --dry-run.',
    )
    return 0
  }
  const planned = askToWithdraw(db, { actor: system, email: '' }, { ...figure, reason })
  print(
    planned === null
      ? 'Withdrawn from every release; the withdrawal is published as a new release. Earlier backups and copies still contain the figure.'
      : `Not withdrawn yet: planned release ${planned.number} waits for a publisher to approve it at the desk.`,
  )
  return 0
}
