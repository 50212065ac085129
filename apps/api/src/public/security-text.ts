import { siteFiles } from '@pejling/addresses/words'
import type { FastifyInstance } from 'fastify'

/** Half a year from a day, on the first of a month: whoever keeps the file asks again before it is out of date. */
function expires(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 6, 1)).toISOString()
}

/** Where weaknesses can be reported (RFC 9116), where the installation says where. */
export function registerSecurityText(app: FastifyInstance, siteUrl: string, contact: string | null): void {
  if (contact === null) return
  app.get(siteFiles.securityText, { schema: { hide: true } }, (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .send(
        [
          `Contact: ${contact}`,
          `Expires: ${expires(new Date())}`,
          'Preferred-Languages: da, en',
          `Canonical: ${siteUrl}${siteFiles.securityText}`,
          '',
        ].join('\n'),
      ),
  )
}
