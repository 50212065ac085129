import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import type { Page } from '../http/pages.ts'
import type { Access, Caller } from './door.ts'
import type { WorkspaceParts } from './parts.ts'

/** Where the addresses of the workspace's API begin. */
export const workspacePrefix = '/api/v1/workspace'

/** What a route answers. */
export interface Answer {
  /** 200 where it is left out; 204 where there is neither a body nor a file. */
  readonly status?: 200 | 201 | 202 | undefined
  /** A JSON document. */
  readonly body?: unknown
  /** A page of a list, in place of a body. */
  readonly page?: Page<unknown>
  /** What is no JSON document. */
  readonly file?: { readonly type: string; readonly bytes: Buffer | Readable; readonly name: string }
  /** What a change left at the address, as GET answers it: the `ETag` of the answer is made of it. */
  readonly stands?: unknown
  /** The address of what was made, below the workspace's API: `/areas/217`. */
  readonly location?: string | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** What a handler is given. */
export interface RouteInput<Params, Query, Body> {
  readonly db: Database
  readonly parts: WorkspaceParts
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly who: Caller
  /** Whether only what would change is asked for; `true` reaches only handlers that say `dryRun: 'own'`. */
  readonly dryRun: boolean
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** What a route says whatever it takes: who may use it, and how it is described. */
export interface RouteAbout {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Begins after {@link workspacePrefix}. */
  readonly url: string
  readonly operationId: string
  readonly summary: string
  readonly description: string
  /** The resource. */
  readonly tag: string
  readonly access: Access
  /** Status → when it is answered, and the JSON document it is answered with; `null`: none, or a file of `produces`. */
  readonly answers: Readonly<Record<number, { readonly description: string; readonly schema: z.ZodType | null }>>
  /** The content types of files that are answered. */
  readonly produces?: readonly string[]
  /** Status → when this route, and no other, refuses with it. */
  readonly problems?: Readonly<Record<number, string>>
  readonly example: { readonly body?: unknown; readonly answer?: unknown }
  /** The content types a body may have: JSON where it is left out, and a merge patch for PATCH. */
  readonly consumes?: readonly string[]
  /** The largest body, in bytes; 300 kB where it is left out. */
  readonly bodyLimit?: number
  /** `own`: the handler answers a trial itself, because its work is no single transaction; `false`: there is none. */
  readonly dryRun?: 'own' | false
  /** It writes nothing itself: no transaction is begun for it, and it is done while a file is being imported, too. */
  readonly writes?: false
  /** The answer holds a secret that is shown once: it is not kept, and a request sent again with the same key is refused. */
  readonly isSecret?: true
}

/** The body of a route that takes none. */
export const noContent = z.undefined()

/** A route of the workspace's API. */
export interface WorkspaceRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
> extends RouteAbout {
  /**
   * The indicator an address concerns. A token for some indicators alone is refused where this is left out; `filtered`: the handler
   * answers it about no others.
   */
  readonly indicatorOf?: 'filtered' | ((params: z.output<Params>) => string)
  /** Throws where the caller may not do this, or there is no such thing, before anything of a body is read. */
  readonly check?: (input: Pick<RouteInput<z.output<Params>, never, never>, 'db' | 'params' | 'who'>) => void
  readonly params: Params
  /** A strict object; `dryRun` is added to every change, `document` to those that show one. */
  readonly query: Query
  /** {@link noContent} where it takes none. */
  readonly body: Body
  /**
   * What stands at the address now, as GET answers it; throws where there is nothing. A change then takes `If-Match`, which is
   * evaluated in the transaction of the change.
   */
  readonly current?: (input: RouteInput<z.output<Params>, z.output<Query>, z.output<Body>>) => unknown
  /** The indicator whose document a trial can also answer: as readers would get it. */
  readonly shows?: (params: z.output<Params>) => string
  readonly handler: (input: RouteInput<z.output<Params>, z.output<Query>, z.output<Body>>) => Answer | Promise<Answer>
}
