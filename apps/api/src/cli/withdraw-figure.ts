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

/** What of a figure has been given so far. */
export interface AskedFigure {
  readonly indicator: string
  readonly series: string | null
  readonly period: string | null
  /** `null`: it is only looked at. */
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

/** Says where a figure stands: in how many documents, and where else in words people typed. */
function listTelling(db: Database, figure: PublishedFigure, print: (line: string) => void): void {
  const documents = countShowing(db, figure)
  if (documents === 0) throw new NothingToWithdrawError(figure)
  print(`The figure is in ${documents} published documents. All of them are changed by a withdrawal.`)
  const mentions = findMentions(db, figure)
  if (mentions.length > 0) print('It seems to be in these texts, too. They are not changed; correct them yourself:')
  for (const { kind, key, text, isPublished } of mentions) {
    print(`  ${kind} ${key} (${isPublished ? 'published' : 'not published'}): ${text}`)
  }
}

/**
 * Lists what can be withdrawn of an indicator; where a figure is given, says first everywhere it stands; and with a reason
 * withdraws it, or leaves it to a publisher to approve where that takes two people. Returns the exit code. Throws an
 * UnknownIndicatorError, a NothingToWithdrawError or a ReleaseWordsError.
 */
export function withdrawFigure(db: Database, asked: AskedFigure, print: (line: string) => void): number {
  const { indicator, series, period } = asked
  const reason = asked.reason && parseReason(asked.reason)
  const published = figuresInReleases(db, indicator)
  if (!published) throw new UnknownIndicatorError(indicator, 'releases')
  if (series === null || period === null) {
    listFigures(published.figures, print)
    print('Nothing was withdrawn. Give --series and --period of one of them.')
    return 0
  }
  const figure = { indicator, series, period }
  listTelling(db, figure, print)
  if (reason === null) {
    print('Nothing was withdrawn. Give --reason-da and --reason-en, which everybody can read, and no --dry-run.')
    return 0
  }
  const planned = askToWithdraw(db, { actor: system, email: '' }, { ...figure, reason })
  print(
    planned === null
      ? 'Withdrawn from every release, and published as a release of its own. Backups and copies made before hold it.'
      : `Nothing was withdrawn yet: it waits as planned release ${planned.number} until a publisher approves it at the desk.`,
  )
  return 0
}
