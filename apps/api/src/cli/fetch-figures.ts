import { deskPath } from '@pejling/addresses/desk'
import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { UnknownIndicatorError } from '../releases/publish.ts'
import type { OutsideSources } from '../intake/sources/arrive.ts'
import type { FetchOutcome } from '../intake/sources/fetch-outcome.ts'
import {
  connectedIndicators,
  orProblem,
  previewFetch,
  renew,
  type ConnectedIndicator,
} from '../intake/sources/renew.ts'

/** How many figures of a kind are named; the page of the connection lists them all. */
const namedAtMost = 20

const named = (lines: readonly string[]): string[] =>
  lines.length > namedAtMost ? [...lines.slice(0, namedAtMost), `… and ${lines.length - namedAtMost} more`] : [...lines]

/** What is not measured yet, and what an administrator has to decide, in lines. */
function toDecide(slug: string, { notMeasured, withdrawn, heldBack }: FetchOutcome): string[] {
  const gone = withdrawn.map(
    ({ series, period, value }) =>
      `withdrawn: ${series} ${period}: ${value ?? 'no figure'} is no longer in the table, and stays`,
  )
  const zeros = heldBack.map(
    ({ series, observation: { period }, neighbour }) =>
      `held back: ${series} ${period}: 0, where ${neighbour.period} is ${neighbour.value ?? 'missing'}; perhaps not measured yet`,
  )
  return [
    ...(notMeasured.length > 0 ? [`not measured yet: ${notMeasured.join(', ')}`] : []),
    ...named(gone),
    ...named(zeros),
    ...(gone.length + zeros.length > 0
      ? [`to decide, as an administrator: ${deskPath('da', 'connection', { slug })}`]
      : []),
  ]
}

/**
 * Fetches the figures of the given indicators, or of all that are connected to another producer's table, and says what came of
 * each. One that fails does not keep the others, whatever it fails of. Answers 1 where any failed.
 */
export async function fetchFigures(
  db: Database,
  sources: OutsideSources,
  input: { readonly only: readonly string[] | null; readonly dryRun: boolean; readonly print: (line: string) => void },
): Promise<number> {
  const all = connectedIndicators(db)
  const unknown = input.only?.find((slug) => !all.some((one) => one.slug === slug))
  if (unknown !== undefined) throw new UnknownIndicatorError(unknown)
  const chosen = all.filter(({ slug }) => input.only?.includes(slug) ?? true)
  let failed = 0
  const fetchOne = async ({ slug, connection }: ConnectedIndicator): Promise<void> => {
    const outcome = input.dryRun
      ? await orProblem(previewFetch(db, sources, slug, connection).then((preview) => preview.outcome))
      : await renew(db, system, sources, slug)
    if (!outcome) return
    if (outcome.problem) failed += 1
    const counts = `${outcome.added} new, ${outcome.changed} corrected, ${outcome.confirmed} confirmed, ${outcome.unchanged} as they were`
    input.print(`${slug} (${connection.table}): ${outcome.problem?.en ?? counts}`)
    for (const { series, period, before, after } of outcome.corrected)
      input.print(`  corrected: ${series} ${period}: ${before ?? 'no figure'} is now ${after ?? 'no figure'}`)
    for (const passed of outcome.passedOver) input.print(`  passed over: ${passed.en}`)
    for (const line of toDecide(slug, outcome)) input.print(`  ${line}`)
  }
  for (const one of chosen) {
    try {
      await fetchOne(one)
    } catch (error) {
      failed += 1
      input.print(`${one.slug} (${one.connection.table}): ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  if (chosen.length === 0) input.print('No indicator is connected to a table; nothing was fetched.')
  else if (failed === chosen.length) input.print('Nothing was fetched.')
  else input.print(input.dryRun ? 'Nothing was written.' : 'What is new waits to be published.')
  return failed > 0 ? 1 : 0
}
