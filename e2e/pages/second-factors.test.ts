import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import type { CDPSession, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openDatabase, systemClock } from '../../apps/api/src/db/database.ts'
import { audit, useDesk } from './desk-site.ts'

/* Passkeys by a real browser with a virtual authenticator, and one-time codes without a script, on the real server. */

const site = useDesk()

/** A browser that has an authenticator, as a phone or a computer has one. */
async function withAuthenticator(): Promise<{ readonly page: Page; readonly cdp: CDPSession; readonly id: string }> {
  const page = await site.newPage({ viewport: { width: 768, height: 900 } })
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { page, cdp, id: authenticatorId }
}

const leave = (page: Page): Promise<void> => page.getByRole('button', { name: 'Log ud' }).click()

async function givePassword(page: Page): Promise<void> {
  await page.goto(`${site.origin()}/admin/historik`)
  await page.getByLabel('E-mail').fill('administrator@pejling.local')
  await page.getByLabel('Adgangskode', { exact: true }).fill(site.passphrase)
  await page.getByRole('button', { name: 'Log ind' }).click()
}

describe('a passkey', () => {
  it('is made at the desk, asked for at the next sign-in, which then comes to the page that was asked for, and taken away', async () => {
    const { page, cdp, id } = await withAuthenticator()
    await site.signInFirst(page)
    await page.goto(`${site.origin()}/admin/sikkerhed`)
    await audit(page)
    await page.getByLabel('Navn, så du kan kende den igen').fill('Min bærbare')
    await page.getByRole('button', { name: 'Opret passkey' }).click()
    await page.getByText('Gem koderne et sikkert sted').waitFor()
    expect(await page.getByText('Min bærbare').count()).toBe(1)
    await audit(page)
    expect((await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })).credentials).toHaveLength(1)
    await leave(page)
    await givePassword(page)
    await page.waitForURL(/log-ind\/kode/)
    await audit(page)
    // The password alone opens nothing.
    const kept = page.url()
    await page.goto(`${site.origin()}/admin`)
    expect(page.url()).toContain('/admin/log-ind')
    await page.goto(kept)
    await page.getByRole('button', { name: 'Brug passkey' }).click()
    await page.waitForURL(/\/admin\/historik$/)
    // As if they had not proved for a while who they are.
    const db = openDatabase(join(site.folder, 'demonstration.sqlite'), systemClock)
    db.connection.exec('UPDATE sessions SET proven_at = NULL')
    db.connection.close()
    await page.goto(`${site.origin()}/admin/sikkerhed`)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Bekræft, at det er dig')
    await audit(page)
    await page.getByRole('button', { name: 'Brug passkey' }).click()
    await page.getByRole('button', { name: 'Fjern: Min bærbare' }).click()
    await page.getByText('Du har ingen passkeys').waitFor()
    await page.context().close()
  })
})

it('a link in a mail, on a page of another site, leads whoever is signed in where it points', async () => {
  const page = await site.newPage()
  await site.signIn(page)
  const link = `<!doctype html><title>Post</title><a href="${site.origin()}/admin/historik">Se historikken</a>`
  await page.route('http://post.example/', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: link }),
  )
  await page.goto('http://post.example/')
  await page.getByRole('link', { name: 'Se historikken' }).click()
  await page.getByRole('navigation', { name: 'Skrivebord' }).waitFor()
  expect(page.url()).toBe(`${site.origin()}/admin/historik`)
  await page.context().close()
})

describe('one-time codes', () => {
  it('are set up, asked for, and said to be wrong, without a script, in English', async () => {
    const page = await site.newPage({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
    await site.signIn(page)
    await page.goto(`${site.origin()}/en/admin/sikkerhed`)
    await page.getByRole('button', { name: 'Set up one-time codes' }).click()
    const secret = await page.locator('main code').first().innerText()
    const code = (): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    await page.getByLabel('The code in the app').fill(code())
    await page.getByRole('button', { name: 'Turn one-time codes on' }).click()
    await page.getByText('One-time codes are on.').waitFor()
    const recovery = await page.locator('.sign-in-recovery').allInnerTexts()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('E-mail').fill('administrator@pejling.local')
    await page.getByLabel('Password', { exact: true }).fill(site.passphrase)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel('Code', { exact: true }).fill('000000')
    await page.getByRole('button', { name: 'Continue' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('That was not right')
    await page.getByLabel('Code', { exact: true }).fill(recovery[0] ?? '')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(/\/en\/admin$/)
    await page.context().close()

    const other = await site.newPage({ viewport: { width: 1024, height: 900 } })
    await givePassword(other)
    await audit(other)
    await other.getByLabel('Kode', { exact: true }).fill(recovery[1] ?? '')
    await other.getByRole('button', { name: 'Fortsæt' }).click()
    await other.waitForURL(/\/admin\/historik$/)
    const record = await (await other.request.get(`${site.origin()}/api/v1/workspace/sign-ins`)).text()
    for (const kind of ['passkey-added', 'recovery-used', 'wrong-code']) expect(record).toContain(`"kind":"${kind}"`)
    expect(record).toMatch(/"kind":"signed-in"[^}]*"detail":"passkey"/)
    await other.context().close()
  })
})
