/** Thrown where a command is called wrongly; the message says what is missing. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** What a command cannot do without. Throws a {@link UsageError} that says what is missing. */
export function required(value: string | undefined, what: string): string {
  if (value === undefined || value === '') throw new UsageError(`Missing: ${what}`)
  return value
}
