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
export function tellOfUnknownProxy(app: FastifyInstance): void {
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
