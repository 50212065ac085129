/** An error as one process tells another of it. */
export interface ToldError {
  readonly message: string
  readonly stack: string
}

/** An error, to be sent to another process. */
export const toldError = (error: unknown): ToldError => ({
  message: error instanceof Error ? error.message : String(error),
  stack: error instanceof Error ? (error.stack ?? '') : '',
})

/** An error that another process has told of, with where it happened there. */
export function errorOf({ message, stack }: ToldError): Error {
  const error = new Error(message)
  error.stack = stack
  return error
}
