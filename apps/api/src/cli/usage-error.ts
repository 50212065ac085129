/** Thrown for a wrong call of a command; the message says what is missing or unknown. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Returns a required argument. Throws a {@link UsageError} that names it where it is missing. */
export function required(value: string | undefined, what: string): string {
  if (value === undefined || value === '') throw new UsageError(`Missing: ${what}`)
  return value
}
