import { IndicatorDocument } from '@pejling/domain/release/documents'
import { expect, it } from 'vitest'
import { readConfig } from '../config/config.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { NothingPublishedError } from '../extras/static-site/export-site.ts'
import { emptyDatabase, smallInstallation } from '../testing/installation.fixture.ts'
import { allSentences } from './all-sentences.ts'

const config = readConfig({ PEJLING_URL: 'http://localhost:4200', LOG_LEVEL: 'silent' })

it('has every sentence of every indicator in both languages, in the words of the release, once', async () => {
  const db = smallInstallation()
  const store = openReleaseStore(db)
  const release = store.latestNumber()
  const documents = store
    .entries(release)
    .filter(({ path }) => /^indicators\/[^/]+$/.test(path))
    .map(({ hash }) => IndicatorDocument.parse(JSON.parse(store.document(hash)?.bytes.toString() ?? '')))
  const told = await allSentences(db, config)
  const measured = documents.filter(({ series }) => series.length > 0)
  const sentences = measured.flatMap(({ assessments, comparison, indicator }) => [
    indicator.definition,
    ...assessments.flatMap(({ sentence, notes }) => [sentence, ...notes]),
    ...(comparison?.benchmarks.map(({ sentence }) => sentence) ?? []),
  ])
  expect(sentences.length).toBeGreaterThan(5)
  expect(sentences.filter(({ da, en }) => !told.includes(da) || !told.includes(en))).toEqual([])
  for (const address of ['/', '/en', '/maal/1.1', '/en/goal/1.1', '/indikator/deltagelse', '/handleplan', '/om']) {
    expect(told).toMatch(new RegExp(`^### (?:Dansk|English): ${address}$`, 'm'))
  }
  expect(told).not.toMatch(/<\/?(?:p|div|span|svg|td|a)[ >]|&(?:amp|quot|nbsp);|undefined|\[object/)
  const [, danish = ''] = /^### Dansk: \/om\n\n([\s\S]*?)\n##/m.exec(told) ?? []
  const lines = danish.split('\n').filter((line) => line !== '')
  expect(new Set(lines).size).toBe(lines.length)
})

it('says what the groups of a breakdown have between them, which only another view of the page tells', async () => {
  expect(await allSentences(smallInstallation(), config)).toContain('I 2024 var andelen højest')
})

it('has nothing to tell before anything is published', async () => {
  await expect(allSentences(emptyDatabase(), config)).rejects.toThrow(NothingPublishedError)
})
