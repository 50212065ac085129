/** A figure that was measured as a ratio, and what it has to be. */
export interface Result {
  readonly name: string
  readonly measured: string
  readonly ratio: number
  readonly limit: string
  readonly met: boolean
}

/** Everything that has been measured in this run. */
export const results: Result[] = []

/** Records a ratio that has to reach a limit. */
export function atLeast(name: string, detail: string, ratio: number, limit: number): void {
  results.push({ name, measured: detail, ratio, limit: `≥ ${limit}`, met: ratio >= limit })
}

/** Records a ratio that must not pass a limit. */
export function atMost(name: string, detail: string, ratio: number, limit: number): void {
  results.push({ name, measured: detail, ratio, limit: `≤ ${limit}`, met: ratio <= limit })
}
