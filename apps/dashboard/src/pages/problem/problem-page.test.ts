import { describe, expect, it } from 'vitest'
import { renderProblem } from '../../app/entry-server.tsx'
import { exampleAssets, linksOf, visit, wordsOf } from '../../app/visit.fixture.ts'

describe('a page that does not exist', () => {
  it.each([
    ['/findes-ikke', 'Siden findes ikke', '/soeg', 'q', '/'],
    ['/en/nowhere', 'There is no such page', '/en/search', 'q', '/en'],
  ])('helps the reader on at %s: search, overview, data', (address, title, search, query, overview) => {
    const page = visit(address)
    expect(page.status).toBe(404)
    expect(wordsOf(page)).toContain(title)
    expect(page.html).toContain(`action="${search}"`)
    expect(page.html).toContain(`name="${query}"`)
    expect(linksOf(page)).toContain(overview)
  })

  it('leads on within the release that is being read', () => {
    const page = visit('/findes-ikke', { pinned: true })
    expect(page.html).toContain('action="/udgivelser/7/soeg"')
    expect(linksOf(page)).toContain('/udgivelser/7/data')
  })
})

describe('an error of the server', () => {
  const site = {
    url: 'https://maal.example.dk',
    contact: { email: null, phone: null },
    registeredStatement: null,
    asFiles: false,
  }
  const shown = (problem: 'internal' | 'nothingPublished', path: string): string =>
    wordsOf(renderProblem({ problem, path, assets: exampleAssets, site }))

  it('says that it is not the reader’s, and what to do', () => {
    expect(shown('internal', '/')).toContain('Noget gik galt på serveren, ikke hos dig.')
    expect(shown('internal', '/en/goal/2.2')).toContain('Try again in a moment.')
  })

  it('is told from an installation where nothing has been published', () => {
    expect(shown('nothingPublished', '/')).toContain('Der er ikke udgivet noget endnu')
    expect(shown('nothingPublished', '/en')).toContain('Nothing has been published yet')
  })
})
