import { figureName } from './earlier.ts'
import type { PeriodFigure, Version } from './states.ts'

/** Whether two figures tell the same of the same people. */
function isSame({ key, observation: one }: PeriodFigure, other: PeriodFigure | undefined): boolean {
  if (other?.key !== key) return false
  const two = other.observation
  return (
    one === two ||
    (one.value === two.value &&
      one.numerator === two.numerator &&
      one.denominator === two.denominator &&
      one.sampleSize === two.sampleSize &&
      one.status === two.status)
  )
}

/** Whether two versions of an indicator show and suppress the same in a period. */
function areSame(one: Version, other: Version, period: string): boolean {
  const [figures, before] = [one.figures.get(period) ?? [], other.figures.get(period) ?? []]
  return (
    figures.length === before.length &&
    figures.every((figure, index) => {
      const name = figureName({ series: figure.key, period })
      return isSame(figure, before[index]) && one.withheld.has(name) === other.withheld.has(name)
    })
  )
}

/**
 * The versions, oldest first, that changed something in a period. One that shows there what the version of the same indicator
 * before it showed tells a reader nothing, so that many releases cost no more than what they changed.
 */
export function changesOf(versions: readonly Version[], period: string): readonly Version[] {
  const newest = new Map<string, Version>()
  return versions.filter((version) => {
    const before = newest.get(version.indicator.slug)
    newest.set(version.indicator.slug, version)
    // The first version of an indicator is kept in any case.
    return before === undefined || !areSame(version, before, period)
  })
}
