import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { preferredCoding, type Coding } from '../http/accept.ts'
import { isUnchanged, type Validators } from '../http/conditional.ts'
import { compressedForms } from '../releases/compression.ts'
import { everyAnswer } from '../http/security-headers.ts'
import { addressed } from './addressed.ts'

/** A body as it is sent: once plain, and compressed where that pays. */
export interface Body {
  /** SHA-256 of the plain bytes. */
  readonly hash: string
  readonly bytes: Buffer
  readonly gzip: Buffer | null
  readonly brotli: Buffer | null
}

/** What is worth compressing, in bytes: less than this fits into one packet as it is. */
const worthCompressing = 1024

/** For what is made while a reader waits: a page takes about two milliseconds. */
const effort = { gzip: 6, brotli: 5 }

/** The compressed forms of some bytes. */
type Forms = Pick<Body, 'gzip' | 'brotli'>

const compressed = (bytes: Buffer): Forms => compressedForms(bytes, effort)

const noForms: Forms = { gzip: null, brotli: null }

/** Makes a body ready to be sent, compressed once: here, or by `formsOf`, where that has been done before. */
export function makeBody(content: string | Buffer, formsOf: (bytes: Buffer) => Forms = compressed): Body {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const forms = bytes.length > worthCompressing ? formsOf(bytes) : noForms
  return { hash: createHash('sha256').update(bytes).digest('hex'), bytes, ...forms }
}

/** A body that is compressed in itself: a picture, a typeface, a file of an office program. */
export const makePackedBody = (bytes: Buffer): Body => makeBody(bytes, () => noForms)

/**
 * How long a cache may keep an answer: a built file with a hash in its name never changes; what a release said changes only where
 * a figure is withdrawn, and then within the hour; what the latest says may change at any time; and what is shared beside
 * releases may be otherwise in the next moment.
 */
export type Freshness = 'built' | 'latest' | 'pinned' | 'current'

const cacheControl: Record<Freshness, string> = {
  built: 'public, max-age=31536000, immutable',
  latest: 'public, max-age=60, stale-while-revalidate=3600',
  pinned: 'public, max-age=3600',
  current: 'no-cache',
}

/** A header of an answer. */
export type Header = readonly [name: string, value: string]

/** An answer in one coding: its bytes, its headers, and those of a 304. */
export interface EncodedResponse {
  readonly body: Buffer
  readonly headers: string[]
  readonly notModified: string[]
}

/** An answer that exists already: its bytes and its headers, ready to be written. */
export interface CachedResponse extends Validators {
  readonly freshness: Freshness
  /** The number of the release it is an answer of, which its headers say; `null`: they say so already, or it is of none. */
  readonly release: number | null
  /** The ending of an address that answers in this form alone, where the form was chosen by what the reader accepts; `null`: it was not. */
  readonly ending: string | null
  /** What it is linked with, as in `Link` (RFC 8288). */
  readonly links: readonly string[]
  /** The headers of a request that the answer depends on, as in `Vary`. */
  readonly vary: string
  readonly size: number
  readonly variants: Readonly<Record<Coding, EncodedResponse>>
}

/**
 * Makes an answer ready. Codings are different representations, so each has an entity tag of its own (RFC 9110, 8.8.3.3):
 * the document's hash, and behind it the coding.
 */
export function makeCachedResponse(
  body: Body,
  about: {
    readonly contentType: string
    /** `null`: no one can say. */
    readonly lastModified: string | null
    readonly freshness: Freshness
    readonly vary?: string
    readonly headers?: readonly Header[]
    readonly release?: number
    readonly ending?: string | null
    readonly links?: readonly string[]
  },
): CachedResponse {
  const { vary = 'Accept-Encoding' } = about
  const lastModified = about.lastModified === null ? '' : new Date(about.lastModified).toUTCString()
  const variant = (coding: Coding, bytes: Buffer): EncodedResponse => {
    const etag = coding === 'identity' ? `"${body.hash}"` : `"${body.hash}-${coding}"`
    const validators: Header[] = [
      ['etag', etag],
      ['cache-control', cacheControl[about.freshness]],
      ['vary', vary],
      ['access-control-allow-origin', '*'],
      ['access-control-expose-headers', 'ETag, Link, Content-Location, Content-Disposition'],
    ]
    if (lastModified !== '') validators.push(['last-modified', lastModified])
    const headers: Header[] = [
      ['content-type', about.contentType],
      ['content-length', String(bytes.length)],
    ]
    const own = new Set(about.headers?.map(([name]) => name))
    headers.push(...everyAnswer.filter(([name]) => !own.has(name)))
    if (coding !== 'identity') headers.push(['content-encoding', coding])
    headers.push(...(about.headers ?? []), ...validators)
    return { body: bytes, headers: headers.flat(), notModified: validators.flat() }
  }
  const identity = variant('identity', body.bytes)
  return {
    hash: body.hash,
    lastModified,
    freshness: about.freshness,
    release: about.release ?? null,
    ending: about.ending ?? null,
    links: about.links ?? [],
    vary,
    size: body.bytes.length + (body.gzip?.length ?? 0) + (body.brotli?.length ?? 0) + 2048,
    variants: {
      identity,
      gzip: body.gzip ? variant('gzip', body.gzip) : identity,
      br: body.brotli ? variant('br', body.brotli) : identity,
    },
  }
}

/** Writes the answer a reader gets: by the codings it accepts and the copies it has (RFC 9110, 12.5.3 and 13.1). */
export function writeCachedResponse(
  headers: IncomingHttpHeaders,
  response: ServerResponse,
  served: CachedResponse,
): void {
  const variant = served.variants[preferredCoding(headerText(headers['accept-encoding']))]
  if (isUnchanged(headers, served)) {
    response.writeHead(304, variant.notModified)
    response.end()
  } else {
    response.writeHead(200, variant.headers)
    response.end(variant.body)
  }
}

/**
 * Sends the answer past the framework: there is nothing left to serialise, and the way round costs a sixth of the throughput.
 * The next time it is asked for it need not even be looked for ({@link AnsweredBefore}).
 */
export function sendCachedResponse(request: FastifyRequest, reply: FastifyReply, served: CachedResponse): FastifyReply {
  const answer = addressed(served, request.url)
  request.server.answeredBefore?.keep(request.raw, request.routeOptions.url ?? 'none', answer)
  reply.hijack()
  writeCachedResponse(request.headers, reply.raw, answer)
  return reply
}

function headerText(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header
}
