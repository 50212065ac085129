import { apiRoot, workspaceRoot } from '@pejling/addresses/words'
import type { z } from 'zod'
import { locale } from './locale.ts'
import { OfflineError, readProblem } from './problem.ts'
import { pass } from './session.ts'

/* Requests to the workspace's API, the only way in that the desk has. */

/** Parameters behind an address. What is `undefined` or empty is left out; several values are several parameters. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** What a request carries. */
export interface RequestOptions {
  readonly query?: Query | undefined
  /** Sent as JSON; a `FormData` or a `Blob` is sent as it is. */
  readonly body?: unknown
  /** The entity tag of what the change was made for. */
  readonly match?: string | null | undefined
  /** Makes a POST safe to send again: the same for each try of the same change. */
  readonly key?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** An answer of the API. */
export interface Answered<Value> {
  readonly value: Value
  readonly status: number
  /** The entity tag of what stands there; `null`: it has none. */
  readonly etag: string | null
  /** The change set that the request made; `null`: nothing was changed. */
  readonly changeSet: number | null
  /** Where what was made stands, below the workspace's API; `null`: not said. */
  readonly location: string | null
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The address of a place of the workspace's API: `path` begins with a slash. */
export function workspaceAddress(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue
    if (typeof value === 'object') for (const one of value) search.append(name, one)
    else search.append(name, String(value))
  }
  return `${apiRoot}${workspaceRoot}${path}${search.size === 0 ? '' : `?${search}`}`
}

const typeOf = (method: Method, body: unknown): Record<string, string> =>
  body === undefined || body instanceof FormData
    ? {}
    : body instanceof Blob
      ? { 'content-type': body.type === '' ? 'application/octet-stream' : body.type }
      : { 'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' }

const isRaw = (body: unknown): body is FormData | Blob => body instanceof FormData || body instanceof Blob

/** Sends a request once. Throws {@link OfflineError} where nobody answers. */
async function once(
  method: Method,
  path: string,
  { query, body, match, key, signal }: RequestOptions,
): Promise<Response> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': locale,
    ...typeOf(method, body),
    ...(match ? { 'if-match': match } : {}),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  }
  try {
    return await fetch(workspaceAddress(path, query), {
      method,
      headers,
      ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new OfflineError(error)
  }
}

/**
 * Sends a request and, where the session has ended or a proof is asked for, once more when the person has signed in or given it.
 * Throws an ApiProblem where the answer is not what was asked for.
 */
async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const response = await once(method, path, options)
  if (response.ok || response.status === 304) return response
  const problem = await readProblem(response)
  const needed = problem.status === 401 ? 'sign-in' : problem.kind === 'proof-required' ? 'proof' : null
  if (needed !== null && (await pass(needed))) return send(method, path, options)
  throw problem
}

/** Asks the workspace's API, and reads what it answers by its schema. */
export async function request<Schema extends z.ZodType>(
  schema: Schema,
  method: Method,
  path: string,
  options: RequestOptions = {},
): Promise<Answered<z.output<Schema>>> {
  const response = await send(method, path, options)
  const made = response.headers.get('pejling-change-set')
  const body: unknown = response.status === 204 ? undefined : await response.json()
  return {
    value: schema.parse(body),
    status: response.status,
    etag: response.headers.get('etag'),
    changeSet: made === null ? null : Number(made),
    location: response.headers.get('location'),
  }
}
