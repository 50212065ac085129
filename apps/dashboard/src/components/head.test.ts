import { describe, expect, it } from 'vitest'
import { visit } from '../app/visit.fixture.ts'

const address = '/indikator/valgdeltagelse-kv'

describe('a page rendered', () => {
  it('to be sent by the server leaves its policy to the headers, and loads its script and typefaces', () => {
    const { html } = visit(address)
    expect(html).not.toContain('Content-Security-Policy')
    expect(html).toContain('<script type="module" src="/assets/entry-client.js">')
    expect(html).toContain('href="/assets/inter.woff2"')
    expect(html).toContain('href="/data"')
  })

  it('to be kept as a file states its policy before anything it rules, and to send no referrer', () => {
    const { html, styles } = visit(address, { mode: 'file' })
    const policy = html.indexOf('<meta http-equiv="Content-Security-Policy"')
    expect(policy).toBeGreaterThan(0)
    expect(policy).toBeLessThan(html.indexOf('<style'))
    expect(policy).toBeLessThan(html.indexOf('<script'))
    expect(html).toContain(`${styles.length} style sheets`)
    expect(html).toContain('<meta name="referrer" content="no-referrer"/>')
  })

  it('to stand alone runs no script, loads nothing and names the host in every link', () => {
    const { html } = visit(address, { mode: 'standalone' })
    expect(html).not.toContain('<script type="module"')
    expect(html).toContain('Content-Security-Policy')
    expect(html).not.toMatch(/<link[^>]*rel="icon"/)
    expect([...html.matchAll(/<(?:a|form)\b[^>]*(?:href|action)="(\/[^"]*)"/g)].map(([, to]) => to)).toEqual([])
    expect(html).toContain('href="https://maal.example.dk/data"')
  })
})
