import type { Text } from '@pejling/domain/text'

/** Thrown where a file cannot be read: what is wrong with it, and what to do. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError'
  readonly problem: Text
  constructor(problem: Text) {
    super(problem.en)
    this.problem = problem
  }
}

/** An {@link UnreadableFileError} in both languages. */
export const unreadable = (da: string, en: string): UnreadableFileError => new UnreadableFileError({ da, en })
