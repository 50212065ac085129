import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'

let app: FastifyInstance
beforeAll(async () => {
  app = await appOver(smallInstallation())
})

/** The size a PNG says it has. */
const sizeOf = (png: Buffer): readonly [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)]

describe('pictures', () => {
  it.each([
    ['/api/v1/indicators/deltagelse/card.png', [1200, 630]],
    ['/api/v1/goals/1.1/card.png?lang=en', [1200, 630]],
    ['/api/v1/frameworks/politik/card.png', [1200, 630]],
    ['/api/v1/action-plans/2026/card.png?lang=en', [1200, 630]],
    ['/api/v1/releases/1/card.png', [1200, 630]],
    ['/api/v1/indicators/deltagelse/chart.png?width=600&height=300', [600, 300]],
  ] as const)('%s is a picture of its size', async (url, size) => {
    const { headers, rawPayload } = await app.inject(url)
    expect(headers['content-type']).toBe('image/png')
    expect(sizeOf(rawPayload)).toEqual(size)
  })

  it('are missing where what they show is', async () => {
    for (const url of [
      '/api/v1/indicators/x/card.png',
      '/api/v1/goals/9.9/card.png',
      '/api/v1/frameworks/x/card.png',
      '/api/v1/action-plans/2001/card.png',
      '/api/v1/releases/9/card.png',
    ]) {
      expect([url, (await app.inject(url)).statusCode]).toEqual([url, 404])
    }
  })
})

const of = (url: string, more = '') => app.inject(`/api/v1/oembed?url=${encodeURIComponent(url)}${more}`)

describe('an indicator on another page', () => {
  it('may lie in a frame there, and is the newest; other pages may not', async () => {
    const embedded = await app.inject('/embed/indikator/deltagelse')
    expect(embedded.body).toContain('embed da deltagelse')
    expect(embedded.headers['content-security-policy']).toMatch(/frame-ancestors \*$/)
    expect(embedded.headers['set-cookie']).toBeUndefined()
    expect((await app.inject('/en/embed/indicator/deltagelse')).body).toContain('embed en deltagelse')
    expect((await app.inject('/')).headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect((await app.inject('/embed/indikator/x')).statusCode).toBe(404)
  })

  it('is told of by oEmbed, by its page’s address alone', async () => {
    const { width, html, type }: { width: number; html: string; type: string } = (
      await of('http://localhost:4200/indikator/deltagelse', '&maxwidth=400')
    ).json()
    expect([type, width]).toEqual(['rich', 400])
    expect(html).toContain('src="http://localhost:4200/embed/indikator/deltagelse"')
    expect((await of('https://example.org/indikator/deltagelse')).statusCode).toBe(404)
    expect((await of('http://localhost:4200/maal/1.1')).statusCode).toBe(404)
    expect((await of('x')).statusCode).toBe(400)
    // The status oEmbed has for a format that is not spoken.
    const asXml = await of('http://localhost:4200/indikator/deltagelse', '&format=xml')
    expect([asXml.statusCode, asXml.json<{ type: string }>().type]).toEqual([501, '/api#not-implemented'])
  })

  it('has a picture in its oEmbed where there is room for it, and nothing larger than asked for', async () => {
    const address = 'http://localhost:4200/en/indicator/deltagelse'
    const all = (await of(address)).json()
    expect(all).toMatchObject({
      type: 'rich',
      version: '1.0',
      provider_url: 'http://localhost:4200',
      thumbnail_url: 'http://localhost:4200/api/v1/indicators/deltagelse/card.png?lang=en',
      thumbnail_width: 1200,
      thumbnail_height: 630,
    })
    const small = (await of(address, '&maxwidth=400&maxheight=300&format=json')).json()
    expect(small).toMatchObject({ width: 400, height: 300 })
    expect(Object.keys(small).filter((name) => name.startsWith('thumbnail'))).toEqual([])
  })
})
