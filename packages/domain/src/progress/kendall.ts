/*
 * The exact distribution of Kendall's S under no trend: the number of pairs that rise less the number that fall, over
 * all orders of the values (Kendall 1975, Rank Correlation Methods). Values that occur more than once are neither
 * rising nor falling among themselves; the distribution is that of the inversions of a multiset, whose generating
 * function is the q-multinomial coefficient (MacMahon 1915, Combinatory Analysis).
 */

/** The coefficients of the product of two polynomials. */
function product(a: readonly number[], b: readonly number[]): number[] {
  const result = Array.from({ length: a.length + b.length - 1 }, () => 0)
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      result[i + j] = (result[i + j] ?? 0) + x * y
    })
  })
  return result
}

/**
 * How likely each number of inversions (from 0) is where `chosen` equal values are put at random among `all` places: the
 * q-binomial coefficient over the ordinary one, by Pascal's rule. Nothing is subtracted, so no digits are lost.
 */
function inversionsOfGroup(all: number, chosen: number): number[] {
  let row: number[][] = [[1]]
  for (let places = 1; places <= all; places += 1) {
    row = Array.from({ length: Math.min(places, chosen) + 1 }, (_, taken) => {
      const without = row[taken] ?? []
      const within = row[taken - 1] ?? []
      const share = taken / places
      const inversions = Array.from({ length: taken * (places - taken) + 1 }, () => 0)
      within.forEach((chance, index) => {
        inversions[index] = (inversions[index] ?? 0) + share * chance
      })
      without.forEach((chance, index) => {
        inversions[index + taken] = (inversions[index + taken] ?? 0) + (1 - share) * chance
      })
      return inversions
    })
  }
  return row[chosen] ?? [1]
}

/** How many times each value occurs. */
function groupSizes(values: readonly number[]): number[] {
  return [...Map.groupBy(values, (value) => value).values()].map((group) => group.length)
}

/**
 * How likely each S is where there is no trend, from the smallest S to the largest in steps of two, for values of which
 * some may be equal. The probabilities add up to 1.
 */
export function kendallDistribution(values: readonly number[]): {
  readonly largest: number
  readonly chances: number[]
} {
  let left = values.length
  let chances = [1]
  for (const size of groupSizes(values)) {
    chances = product(chances, inversionsOfGroup(left, size))
    left -= size
  }
  return { largest: chances.length - 1, chances }
}

/** A tail of exactly the level is within it, whatever the last digits of the sum. */
const slack = 1e-12

/**
 * The smallest S that is reached or passed with no more than the given probability where there is no trend; `null`
 * where even the largest is more likely, as with three values.
 */
export function criticalS(values: readonly number[], tail: number): number | null {
  const { largest, chances } = kendallDistribution(values)
  let sum = 0
  let critical: number | null = null
  for (const [inversions, chance] of chances.entries()) {
    sum += chance
    if (sum > tail + slack) break
    critical = largest - 2 * inversions
  }
  return critical !== null && critical > 0 ? critical : null
}
