import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { Sealer } from '../accounts/sealer.ts'
import { usualTerms } from '../accounts/session-terms.ts'
import { buildApp } from '../app.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { outsideSources } from '../intake/sources/sources.ts'
import { appOver, plainPages } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'

const addresses = [
  '/',
  '/maal/1.1',
  '/nothing/here',
  '/api/v1/indicators',
  '/api/v1/nothing',
  '/api/v1/indicators?nonsense=1',
  '/openapi.json',
  '/assets/nothing.css',
  '/moede/nothing',
  '/robots.txt',
  '/sitemap.xml',
  '/healthz',
  '/readyz',
  '/metrics',
  '/admin',
  '/admin/log-ind',
  '/api/v1/workspace/observations/x',
  '/%',
]

it('are on every answer, also where there is nothing or nobody may enter', async () => {
  const app = await appOver(smallInstallation())
  for (const url of addresses) {
    for (const method of ['GET', 'POST'] as const) {
      const { headers } = await app.inject({ method, url })
      expect([url, method, headers['x-content-type-options']]).toEqual([url, method, 'nosniff'])
      expect([url, method, headers['permissions-policy']]).toEqual([url, method, expect.stringContaining('camera=()')])
      expect([url, method, headers['referrer-policy']]).toEqual([url, method, expect.any(String)])
    }
  }
})

/** The application behind an https address, with what it logs. */
async function publicApp(proxies: string | null) {
  const lines: string[] = []
  const db = smallInstallation()
  const app = await buildApp({
    store: openReleaseStore(db),
    milliseconds: () => 0,
    config: {
      site: {
        url: 'https://maal.example.dk',
        contact: { email: null, phone: null },
        registeredStatement: null,
        embedAncestors: '*',
        asFiles: false,
      },
      logLevel: 'warn',
      identityProvider: null,
      sessions: usualTerms,
      proxies,
      securityContact: 'mailto:sikkerhed@example.dk',
      metricsToken: null,
      mail: null,
    },
    pages: plainPages,
    sources: outsideSources({ statbank: 'http://127.0.0.1:9/v1' }),
    printPdf: null,
    logStream: { write: (line) => void lines.push(line) },
    workspace: { db, sealer: new Sealer(randomBytes(32)) },
    elsewhere: null,
  })
  return { app, lines }
}

it('answers no metrics unless it is said to whom', async () => {
  const { app } = await publicApp('127.0.0.1')
  expect((await app.inject('/metrics')).statusCode).toBe(404)
})

it('says once that requests come through a proxy that was not named', async () => {
  const headers = { 'x-forwarded-for': '192.0.2.7' }
  const unnamed = await publicApp(null)
  for (const url of ['/healthz', '/robots.txt']) await unnamed.app.inject({ url, headers })
  expect(unnamed.lines).toEqual([expect.stringContaining('PEJLING_PROXY is not set')])
  expect(unnamed.lines.join()).not.toContain('192.0.2.7')
  const named = await publicApp('127.0.0.1')
  await named.app.inject({ url: '/healthz', headers })
  expect(named.lines).toEqual([])
})

it('tells where weaknesses are reported, for less than a year (RFC 9116)', async () => {
  const { app } = await publicApp(null)
  const { body, headers } = await app.inject('/.well-known/security.txt')
  expect(headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(body).toContain('Contact: mailto:sikkerhed@example.dk\n')
  expect(body).toContain('Canonical: https://maal.example.dk/.well-known/security.txt\n')
  const expires = Date.parse(/^Expires: (.+)$/m.exec(body)?.[1] ?? '')
  expect(expires).toBeGreaterThan(Date.now() + 100 * 86_400_000)
  expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000)
  expect((await (await appOver(smallInstallation())).inject('/.well-known/security.txt')).statusCode).toBe(404)
})
