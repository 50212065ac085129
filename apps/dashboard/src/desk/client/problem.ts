import { z } from 'zod'

/* What the workspace's API answers where something is wrong (RFC 9457). */

const Document = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
  current: z.unknown().optional(),
  references: z.array(z.object({ resource: z.string(), id: z.string(), name: z.string() })).default([]),
})

/** A place in what was sent that cannot be used, and what would be right. `pointer` is a JSON pointer. */
export interface InputProblem {
  readonly pointer: string
  readonly detail: string
}

/** An answer of the API that is not what was asked for, in the reader's language. */
export class ApiProblem extends Error {
  /** What kind of problem it is: `conflict`, `precondition-failed`. */
  readonly kind: string
  readonly title: string
  readonly status: number
  readonly errors: readonly InputProblem[]
  /** Of 412: what stands there now. */
  readonly current: unknown
  /** Of 409: what refers to what was to be deleted. */
  readonly references: readonly { readonly resource: string; readonly id: string; readonly name: string }[]
  /** Seconds until it is worth trying again; `null`: not said. */
  readonly retryAfter: number | null

  constructor(document: z.output<typeof Document>, retryAfter: number | null) {
    super(document.detail)
    this.name = 'ApiProblem'
    this.kind = document.type.split('/').at(-1)?.split('#').at(-1) ?? ''
    this.title = document.title
    this.status = document.status
    this.errors = document.errors
    this.current = document.current
    this.references = document.references
    this.retryAfter = retryAfter
  }
}

/** The network, or the server, cannot be reached. */
export class OfflineError extends Error {
  constructor(cause: unknown) {
    super('offline', { cause })
    this.name = 'OfflineError'
  }
}

/** The problem in an answer; where the answer is no problem document, one that says so. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null)
  const read = Document.safeParse(body)
  const after = Number(response.headers.get('retry-after'))
  const document = read.success
    ? read.data
    : {
        type: 'unknown',
        title: `HTTP ${response.status}`,
        status: response.status,
        detail: `HTTP ${response.status} ${response.statusText}`,
        errors: [],
        references: [],
      }
  return new ApiProblem(document, after > 0 ? after : null)
}
