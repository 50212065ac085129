/** An error as one process tells another of it. */
export interface SerialisedError {
  readonly message: string
  readonly stack: string
}

/** An error, to be sent to another process. */
export const serialiseError = (error: unknown): SerialisedError => ({
  message: error instanceof Error ? error.message : String(error),
  stack: error instanceof Error ? (error.stack ?? '') : '',
})

/** An error that another process has told of, with where it happened there. */
export function deserialiseError({ message, stack }: SerialisedError): Error {
  const error = new Error(message)
  error.stack = stack
  return error
}
