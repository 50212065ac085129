import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, systemClock } from '../../apps/api/src/db/database.ts'
import { verify } from '../../apps/api/src/verification/verify.ts'
import { pejling, type Running, start } from '../product/command-line.ts'
import { violations } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { freePort, startProvider, type RunningProvider } from './identity-provider.ts'

/* Signing in through a municipality's own identity provider: a real one, a real server, a real browser. */

const folder = mkdtempSync(join(tmpdir(), 'pejling-sign-in-'))
const client = { id: 'pejling', secret: 'en hemmelighed mellem to servere' }
/** What the provider says of people may change while the server runs. */
const people: Record<string, Record<string, unknown>> = {
  rikke: {
    name: 'Rikke Redaktør',
    email: 'Rikke@Kommune.dk',
    email_verified: true,
    roles: ['Alle', 'Pejling-Redaktør'],
  },
  ulla: {
    name: 'Ulla Udgiver',
    email: 'ulla@kommune.dk',
    email_verified: true,
    roles: ['Pejling-Redaktør', 'Pejling-Udgiver'],
  },
  nina: { name: 'Nina Nysgerrig', email: 'nina@kommune.dk', roles: ['Alle'] },
  uden: { name: 'Uden Adresse', roles: ['Pejling-Redaktør'] },
  falsk: { name: 'En anden Rikke', email: 'rikke@kommune.dk', email_verified: true, roles: ['Pejling-Udgiver'] },
}
let provider: RunningProvider
let server: Running
let browser: Browser
let origin = ''

beforeAll(async () => {
  const port = await freePort()
  origin = `http://localhost:${port}`
  provider = await startProvider(`${origin}/admin/sso/retur`, client, people)
  server = start(['serve', '--demo'], folder, {
    PORT: String(port),
    PEJLING_URL: origin,
    PEJLING_OIDC_ISSUER: provider.issuer,
    PEJLING_OIDC_CLIENT_ID: client.id,
    PEJLING_OIDC_CLIENT_SECRET: client.secret,
    PEJLING_OIDC_NAME: 'Helsingør Kommune',
    PEJLING_OIDC_ROLES: 'Pejling-Redaktør=editor, Pejling-Udgiver=publisher',
  })
  await server.said(/Pejling: \S+/)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  server.process.kill('SIGTERM')
  await server.ended
  await provider.stop()
  rmSync(folder, { recursive: true })
})

/** Goes to the provider and comes back as a person, in a browser that has never been here. */
async function signInAs(who: string, prefix = ''): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 768, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${origin}${prefix}/admin`)
  await page.getByRole('link', { name: 'Helsingør Kommune' }).click()
  await page.getByRole('button', { name: who }).click()
  return page
}

/** Who the navigation of the desk says is signed in. */
const signedInAs = (page: Page): Promise<string> => page.locator('.side-foot p').first().innerText()

function inDatabase<T>(look: (db: ReturnType<typeof openDatabase>) => T): T {
  const db = openDatabase(join(folder, 'demonstration.sqlite'), systemClock)
  try {
    return look(db)
  } finally {
    db.connection.close()
  }
}

describe('through the municipality’s identity provider', () => {
  it('somebody comes in with the role their groups give, in a session that can be ended', async () => {
    const page = await signInAs('rikke')
    await page.waitForURL(`${origin}/admin`)
    expect(await signedInAs(page)).toBe('Rikke Redaktør, redaktør')
    const sessions = await page.request.get(`${origin}/api/v1/workspace/sessions`)
    expect(await sessions.json()).toMatchObject({ total: 1, items: [{ current: true }] })
    await page.getByRole('button', { name: 'Log ud' }).click()
    await page.goto(`${origin}/admin`)
    expect(page.url()).toBe(`${origin}/admin/log-ind`)
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  it('the highest of several roles counts, and the page speaks the language it was left in', async () => {
    const page = await signInAs('ulla', '/en')
    await page.waitForURL(`${origin}/en/admin`)
    expect(await signedInAs(page)).toBe('Ulla Udgiver, publisher')
    await page.context().close()
  })

  it('what somebody may do follows the provider the next time they come', async () => {
    people['ulla'] = { ...people['ulla'], roles: ['Pejling-Redaktør'] }
    const page = await signInAs('ulla')
    await page.waitForURL(`${origin}/admin`)
    expect(await signedInAs(page)).toBe('Ulla Udgiver, redaktør')
    await page.context().close()
  })

  it.each([
    ['nina', 'ikke givet dig adgang til skrivebordet'],
    ['uden', 'ingen e-mailadresse'],
    ['falsk', 'En anden person har allerede en konto'],
  ])('%s does not come in, and is told why', async (who, why) => {
    const page = await signInAs(who)
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain(why)
    await page.goto(`${origin}/admin`)
    expect(page.url()).toBe(`${origin}/admin/log-ind`)
    await page.context().close()
  })

  it('a closed account stays closed, whatever the provider says', async () => {
    const closed = await pejling(['user', 'disable', 'ulla@kommune.dk', '--demo'], folder)
    expect(closed.code, closed.output).toBe(0)
    const page = await signInAs('ulla')
    expect(await page.getByRole('alert').innerText()).toContain('Kontoen er lukket')
    await page.context().close()
  })

  it('nobody comes in by a link somebody else began, or by the same one twice', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    let back = ''
    page.on('request', (request) => {
      if (request.url().includes('/admin/sso/retur')) back = request.url()
    })
    await page.goto(`${origin}/admin/log-ind`)
    await page.getByRole('link', { name: 'Helsingør Kommune' }).click()
    await page.getByRole('button', { name: 'rikke' }).click()
    await page.waitForURL(`${origin}/admin`)
    for (const headers of [{}, { cookie: `pejling-sso=${new URL(back).searchParams.get('state')}` }]) {
      const answer = await fetch(back, { headers, redirect: 'manual' })
      expect(answer.status).toBe(403)
      expect(answer.headers.get('set-cookie')).not.toMatch(/^pejling=/)
    }
    await context.close()
  })

  it('leaves change sets of who came, and nothing that can be signed in with here', () => {
    inDatabase((db) => {
      expect(verify(db)).toEqual([])
      const actors = db.connection.prepare("SELECT count(*) AS n FROM change_sets WHERE actor = 'OpenID Connect'").get()
      expect(actors).toEqual({ n: 3 })
      const came = db.connection
        .prepare("SELECT sum(count) AS n FROM sign_ins WHERE kind = 'signed-in' AND account IS NOT NULL")
        .get()
      const refused = db.connection.prepare("SELECT DISTINCT detail FROM sign_ins WHERE kind = 'refused'").pluck().all()
      expect([came, refused]).toEqual([{ n: 4 }, expect.arrayContaining(['sso closed', 'sso no-role'])])
    })
  })

  it('a provider that is away is said to be, and a password still opens', async () => {
    const other = start(['serve', '--demo'], mkdtempSync(join(folder, 'uden-')), {
      PORT: '0',
      PEJLING_URL: 'http://localhost',
      PEJLING_OIDC_ISSUER: 'http://127.0.0.1:9',
      PEJLING_OIDC_CLIENT_ID: 'x',
      PEJLING_OIDC_ROLES: 'a=reader',
    })
    const address = /Pejling: (\S+)/.exec(await other.said(/Pejling: \S+/))?.[1] ?? ''
    const answer = await fetch(`${address}/admin/sso`, { redirect: 'manual' })
    expect(answer.status).toBe(502)
    expect(await answer.text()).toContain('ikke forbindelse til kommunens login')
    other.process.kill('SIGTERM')
    await other.ended
  })
})

it('settings that do not go together are told before anything starts', async () => {
  const running = start(['serve'], folder, {
    PEJLING_OIDC_ISSUER: 'https://login.example',
    PEJLING_OIDC_ROLES: 'a=boss',
  })
  const { code, output } = await running.ended
  expect(code).not.toBe(0)
  expect(output).toContain('PEJLING_OIDC_ROLES')
  expect(output).toContain('the roles are reader, contributor, editor, publisher, administrator')
})
