/** How many of how many. */
export interface Proportion {
  readonly numerator: number
  readonly denominator: number
}

/** The standard normal quantile that leaves 2.5 % above it. */
const quantile = 1.959963984540054

/** The 95 % limits of a proportion (Wilson 1927), as fractions. */
export function wilsonLimits({ numerator, denominator }: Proportion): { readonly low: number; readonly high: number } {
  const share = numerator / denominator
  const square = quantile ** 2 / denominator
  const middle = share + square / 2
  const half = quantile * Math.sqrt((share * (1 - share)) / denominator + square / (4 * denominator))
  return { low: (middle - half) / (1 + square), high: (middle + half) / (1 + square) }
}

/**
 * The 95 % margin of the difference between two independent proportions, towards no difference, as a fraction: the
 * difference is certain where it is greater (Newcombe 1998, “Interval estimation for the difference between independent
 * proportions”, Statistics in Medicine 17:873–890, method 10).
 */
export function newcombeMargin(from: Proportion, to: Proportion): number {
  const [first, last] = [from.numerator / from.denominator, to.numerator / to.denominator]
  const [a, b] = [wilsonLimits(from), wilsonLimits(to)]
  return last >= first ? Math.hypot(last - b.low, a.high - first) : Math.hypot(b.high - last, first - a.low)
}
