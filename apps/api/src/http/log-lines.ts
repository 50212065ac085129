import { z } from 'zod'

/*
 * What goes into the log: what failed and where, never who asked or what they typed. An error's message may repeat what it was
 * given, so what stands in quotes goes; and whatever else got into a line and looks like a person or a secret goes at the end.
 */

const given = /(["'“‘`])(?:(?!\1|[”’]).)*(?:\1|[”’])/gs

const masks: readonly (readonly [RegExp, string])[] = [
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu, '…@…'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '…'],
  [/(?:[\da-f]{0,4}:){3,7}[\da-f]{1,4}|::[\da-f]{1,4}\b/gi, '…'],
  [/\b(?:pejling|whsec)_[\w+/=-]+/g, '…'],
  [/\bBearer\s+[\w.+/=-]+/gi, 'Bearer …'],
  // An address keeps its path; what was asked for goes.
  [/(\/[^\s"?\\]*)\?[^\s"\\]+/g, '$1?…'],
]

/** A line of the log without what looks like a person's address, a secret, or a query. */
export const masked = (line: string): string =>
  masks.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line)

const Caught = z.looseObject({
  message: z.string().default(''),
  name: z.string().default('Error'),
  code: z.union([z.string(), z.number()]).optional().catch(undefined),
  stack: z.string().default(''),
  cause: z.unknown().optional(),
})

interface LoggedError {
  readonly [field: string]: unknown
  readonly type: string
  readonly message: string
  readonly code?: string | number
  readonly stack: string
  readonly cause?: LoggedError
}

/** An error as it is logged: its kind, its message without what it quotes, and where in the program it happened. */
export function loggedError(error: unknown, deep = 3): LoggedError {
  const caught = Caught.safeParse(
    error instanceof Error
      ? {
          name: error.name,
          message: error.message,
          stack: error.stack,
          cause: error.cause,
          ...('code' in error && { code: error.code }),
        }
      : error,
  )
  if (!caught.success) return { type: typeof error, message: '', stack: '' }
  const { name, message, code, stack, cause } = caught.data
  const at = stack.split('\n').filter((line) => /^ {4}at /.test(line))
  return {
    type: name,
    message: message.replace(given, '$1…$1'),
    ...(code === undefined ? {} : { code }),
    stack: at.map((line) => line.trim()).join('\n'),
    ...(cause instanceof Error && deep > 0 ? { cause: loggedError(cause, deep - 1) } : {}),
  }
}

/** How the application's log is written, from a level on. `stream`: where to, in place of standard output. */
export function logOptions<Stream>(level: string, stream: Stream | undefined) {
  return {
    level,
    ...(stream === undefined ? {} : { stream }),
    serializers: {
      err: (error: unknown) => loggedError(error),
      req: ({
        method,
        routeOptions,
      }: {
        readonly method: string
        readonly routeOptions?: { readonly url?: string | undefined }
      }) => ({
        method,
        route: routeOptions?.url,
      }),
      res: ({ statusCode }: { readonly statusCode: number }) => ({ statusCode }),
    },
    hooks: { streamWrite: masked },
  }
}
