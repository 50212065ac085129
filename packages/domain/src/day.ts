/** A day in milliseconds. Days here are those of UTC, none of which is longer or shorter. */
export const dayInMilliseconds = 86_400_000

/** The number of a date (`2026-11-23`): days since 1970-01-01. */
export const dayNumber = (date: string): number => Date.parse(date) / dayInMilliseconds

/** The date with a number, `2026-11-23`; the inverse of {@link dayNumber}. */
export const dateOfDay = (number: number): string => new Date(number * dayInMilliseconds).toISOString().slice(0, 10)

/** The date a number of days after another (before it where negative). */
export const dateAfter = (date: string, days: number): string => dateOfDay(dayNumber(date) + days)

/** The timestamp a number of days after another (before it where negative), `2026-11-23T08:00:00.000Z`. */
export const timestampAfter = (timestamp: string, days: number): string =>
  new Date(Date.parse(timestamp) + days * dayInMilliseconds).toISOString()
