import type { TableCell, TableRule } from './table.ts'

/*
 * Values that do not say how many people they rest on, and what their groups happen to make.
 */

/** Numbers that are said, by quantity and series. */
type Said = ReadonlyMap<string, ReadonlySet<number>>

type Rules = ReadonlyMap<string, TableRule>

/** What indicators say of the same people, by the name of the quantity and the series; what is guessed is not said. */
export function saidIn(cells: readonly TableCell[], rules: Rules): Said {
  const said = new Map<string, Set<number>>()
  for (const { indicator, key, counts, isGuess } of cells) {
    if (isGuess) continue
    for (const [quantity, count] of counts) {
      const name = `${rules.get(indicator)?.nameOf(quantity) ?? ''}|${key}`
      said.set(name, (said.get(name) ?? new Set()).add(count))
    }
  }
  return said
}

/** A guess that others contradict, who say how many there are, is none: the figure does not say it. */
export function withoutWrongGuess(cell: TableCell, said: Said, rules: Rules): TableCell {
  if (!cell.isGuess) return cell
  const isWrong = [...cell.counts].some(([quantity, count]) => {
    const known = said.get(`${rules.get(cell.indicator)?.nameOf(quantity) ?? ''}|${cell.key}`)
    return known !== undefined && !known.has(count)
  })
  return isWrong ? { ...cell, counts: new Map(), unsaid: [...cell.counts.keys()], isGuess: false } : cell
}
