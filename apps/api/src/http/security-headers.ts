import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/**
 * Headers of every answer, also of errors and of addresses where there is nothing: what an answer says of its type is what it is
 * (`nosniff`), and its pages may use no camera, microphone or place. A route may set its own on top. HSTS is left to whatever
 * terminates TLS.
 */
export const everyAnswer = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
] as const

/** Lets every answer that goes through the framework have the headers of {@link everyAnswer}. */
export function registerSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (_request, reply, done) => {
    for (const [name, value] of everyAnswer) reply.header(name, value)
    done()
  })
}

/** Headers by which a proxy says what it has seen. */
const forwarded = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded']

/**
 * Says once in the log that requests come through a proxy that PEJLING_PROXY does not name: all readers count as one then, and wrong
 * passwords of one of them slow down the others.
 */
export function warnOfUnknownProxy(app: FastifyInstance): void {
  let isTold = false
  app.addHook('onRequest', (request, _reply, done) => {
    if (!isTold && forwarded.some((name) => request.headers[name] !== undefined)) {
      isTold = true
      request.log.warn(
        'requests come through a proxy (X-Forwarded-…), but PEJLING_PROXY is not set: everybody counts as one. Set it to the address of the proxy, such as 127.0.0.1',
      )
    }
    done()
  })
}

type Directives = Readonly<Record<string, string>>

const nothing = { 'default-src': "'none'" } as const
const own = { 'font-src': "'self'", 'img-src': "'self' data:" } as const
/** No form and no other base address: nothing typed on the page goes anywhere. */
const closed = { 'base-uri': "'none'", 'form-action': "'none'" } as const

/** What may be loaded and done, by what is sent. `style-src` is followed by the hashes of the style sheets a page carries. */
const policies = {
  /** A public page: its own scripts, fonts and pictures and the style sheet it carries, and nothing from anywhere else. */
  page: {
    ...nothing,
    'style-src': "'self'",
    ...own,
    'script-src': "'self'",
    'connect-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  },
  /** An indicator in a frame on another site; which sites those are is a setting. */
  embed: { ...nothing, 'style-src': '', ...own, 'script-src': "'self'", ...closed, 'frame-ancestors': '*' },
  /** A page of the desk, which shows public pages before and after a release in frames. */
  desk: {
    ...nothing,
    'script-src': "'self'",
    'style-src': "'self'",
    ...own,
    'connect-src': "'self'",
    'frame-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  },
  /** A public page in a frame of the desk: no script, which would fetch what is published. */
  compared: {
    ...nothing,
    'style-src': '',
    'font-src': 'data:',
    'img-src': "'self' data:",
    ...closed,
    'frame-ancestors': "'self'",
  },
  /** A page that is printed or kept outside the site: nothing but what it carries. */
  standalone: { ...nothing, 'style-src': "'unsafe-inline'", 'font-src': 'data:', 'img-src': 'data:' },
  /** A picture from outside: opened by itself, it may run and load nothing. */
  picture: { ...nothing, sandbox: '' },
  /** A page in place of one that another process could not make. */
  refusal: { ...nothing, 'frame-ancestors': "'none'" },
} as const satisfies Readonly<Record<string, Directives>>

/** A security policy, by what is sent. */
export type PolicyName = keyof typeof policies

/** The hash by which a policy allows a page the style sheet it carries: SHA-256, base64. */
const hashOf = (styles: string): string => `'sha256-${createHash('sha256').update(styles).digest('base64')}'`

interface PolicyOptions {
  /** The text of each style sheet the page carries. */
  readonly styles?: readonly string[]
  /** On whose pages it may be framed, where that is a setting. */
  readonly ancestors?: string
}

function written(directives: Directives, { styles = [], ancestors }: PolicyOptions): string {
  return Object.entries({ ...directives, ...(ancestors !== undefined && { 'frame-ancestors': ancestors }) })
    .map(([name, value]) => {
      const hashes = name === 'style-src' && !value.includes('unsafe-inline') ? styles.map(hashOf) : []
      return [name, value, ...hashes].filter((part) => part !== '').join(' ')
    })
    .join('; ')
}

/** The value of a `content-security-policy` header. */
export const contentSecurityPolicy = (name: PolicyName, options: PolicyOptions = {}): string =>
  written(policies[name], options)

/** A policy as a page states it itself, for servers that send no headers of ours. Only a header can say who may frame a page. */
export function statedPolicy(name: PolicyName, styles: readonly string[]): string {
  const { 'frame-ancestors': _frames, ...stated }: Directives = policies[name]
  return written(stated, { styles })
}

/** Headers with a policy, and for pages that no other window may reach into them. */
export function policyHeaders(name: PolicyName, options: PolicyOptions = {}): readonly (readonly [string, string])[] {
  const policy = ['content-security-policy', contentSecurityPolicy(name, options)] as const
  return name === 'page' || name === 'desk' ? [policy, ['cross-origin-opener-policy', 'same-origin']] : [policy]
}
