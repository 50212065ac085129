import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import { importObservations } from '../intake/import-observations.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { signedInAs } from '../testing/signed-in.fixture.ts'

async function desk() {
  const db = smallInstallation()
  const app = await appOver(db)
  const headers = signedInAs(db, 'editor')
  return { db, get: (url: string) => app.inject({ url, headers }) }
}

it.each(['/admin', '/en/admin', '/admin/tal/taler', '/admin/findes-ikke'])(
  '%s begins the application, whose widgets alone may add style sheets',
  async (url) => {
    const { get } = await desk()
    const { statusCode, headers, body } = await get(url)
    expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store'])
    expect(body).toContain(`<html lang="${url.startsWith('/en') ? 'en' : 'da'}">`)
    expect(body).toContain('<noscript>')
    const [, nonce = 'none'] = /nonce="([^"]+)"/.exec(body) ?? []
    expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`)
    expect((await get(url)).body).not.toContain(nonce)
  },
)

it.each([
  ['/admin/ramme', '/admin/maal'],
  ['/en/admin/ret/maaltal/taler', '/en/admin/indikator/taler/maaltal'],
])('%s, an address the desk had before, leads to %s', async (former, present) => {
  const { get } = await desk()
  const { statusCode, headers } = await get(former)
  expect([statusCode, headers.location]).toEqual([301, present])
})

it('a public page can be seen before and after the next release, and nothing is published by that', async () => {
  const { db, get } = await desk()
  const row = { series: { area: '217', categories: {} }, observation: exampleObservation('2024', 70) }
  importObservations(db, system, { indicator: 'arbejde', rows: [row] })
  expect((await get('/admin/se/indikator/arbejde/foer')).body).toContain('/indikator/arbejde? 1</title>')
  const after = await get('/admin/se/indikator/arbejde/efter')
  expect(after.body).toContain('/indikator/arbejde? 2</title>')
  expect(after.headers['content-security-policy']).toContain("frame-ancestors 'self'")
  expect(after.headers['content-security-policy']).not.toContain('script-src')
  expect(openReleaseStore(db).latestNumber()).toBe(1)
  for (const address of [
    '/admin/se/indikator/findes-ikke/efter',
    '/admin/se/andet/arbejde/efter',
    '/admin/se/indikator/arbejde/bag',
  ]) {
    expect((await get(address)).statusCode).toBe(404)
  }
})
