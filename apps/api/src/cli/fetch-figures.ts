import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { UnknownIndicatorError } from '../releases/publish.ts'
import type { OutsideSources } from '../sources/arrive.ts'
import { connectedIndicators, orProblem, previewFetch, renew, type ConnectedIndicator } from '../sources/renew.ts'

/**
 * Fetches the figures of the given indicators, or of all that are connected to somebody else's table, and says what came of
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
