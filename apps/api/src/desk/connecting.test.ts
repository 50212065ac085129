import { expect, it } from 'vitest'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { outsideSources } from '../intake/sources/sources.ts'
import { readConnecting } from './connecting.ts'

it('a source nobody offers is told to be none, whatever it is called', async () => {
  const sources = outsideSources({ statbank: 'http://127.0.0.1:9/v1' })
  for (const source of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'findes-ikke']) {
    const request = { slug: 'arbejde', source, words: 'x', table: '', mayWrite: true, mayDecide: true, done: null }
    const view = await readConnecting(smallInstallation(), sources, request)
    expect(view?.problem?.en).toContain(source)
  }
})
