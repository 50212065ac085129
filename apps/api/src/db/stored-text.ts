/**
 * A text as SQLite gives it back: it keeps UTF-8, in which half of a surrogate pair cannot be written. What goes into a hash has
 * to be this, or the hash is not that of what is read later. (JSON escapes such halves, so what is kept as JSON needs it not.)
 */
export const storedText = (text: string): string => text.toWellFormed()
