import * as fc from 'fast-check'
import { FrameworkDocument, IndicatorsDocument } from '@pejling/domain/release/documents'
import { folded } from '@pejling/domain/text/folded'
import { describe, expect, it } from 'vitest'
import { documentsOf } from '../../documents/documents.fixture.ts'
import { linksOf, visit, wordsOf } from '../../app/visit.fixture.ts'
import { searchOver } from './search-index.ts'

const documents = documentsOf()
const search = searchOver(
  [FrameworkDocument.parse(documents.get('frameworks/medborgerskab'))],
  IndicatorsDocument.parse(documents.get('indicators')).indicators,
)
const keysOf = (query: string): string[] => search(query).map(({ key }) => key)

describe('the search', () => {
  it('finds a goal by its number before anything else', () => {
    expect(keysOf('2.2')[0]).toBe('2.2')
  })

  it.each([
    ['valgdeltagelse', 'valgdeltagelse-kv'],
    ['VALGDELT', 'valgdeltagelse-kv'],
    ['valgdeltagelze', 'valgdeltagelse-kv'],
    ['turnout', 'valgdeltagelse-kv'],
    ['hoej valgdeltagelse', '2.2'],
    ['børn demokratiforstaaelse', '2.3'],
    ['boern og unge', '2.3'],
    ['lokale demokrati', '2.3'],
  ])('finds what is meant by “%s”', (query, key) => {
    expect(keysOf(query)).toContain(key)
  })

  it('wants every word, and finds nothing for none', () => {
    expect(keysOf('valgdeltagelse flyvemaskine')).toEqual([])
    expect(keysOf('')).toEqual([])
    expect(keysOf('  og i ')).toEqual([])
  })

  it('takes whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (query) => {
        expect(new Set(keysOf(query)).size).toBe(keysOf(query).length)
      }),
    )
  })

  it('reads å as aa whichever way it is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (word) => {
        expect(folded(word.normalize('NFD'))).toBe(folded(word.normalize('NFC')))
        expect(folded(folded(word))).toBe(folded(word))
      }),
    )
    expect([folded('ǽ'), folded('Ǿ')]).toEqual(['ae', 'oe'])
    expect(folded('Ålborg')).toBe(folded('AALBORG'))
  })
})

describe('the page of the search', () => {
  it('without a question leads to every goal', () => {
    expect(linksOf(visit('/soeg'))).toEqual(expect.arrayContaining(['/maal/2.2', '/maal/2.3']))
  })

  it('says how much it has found, and leads there', () => {
    const page = visit('/soeg?q=valgdeltagelse')
    expect(wordsOf(page)).toMatch(/\d+ resultater for “valgdeltagelse”/)
    expect(wordsOf(page)).toContain(
      '70,5 % i 2025, +2,1 procentpoint siden 2009, heraf +1,9 siden 2021. Den typiske ændring mellem alle målinger i perioden er −1,4 procentpoint, og den skal være over 2,0 procentpoint for at tælle.',
    )
    expect(linksOf(page)).toContain('/indikator/valgdeltagelse-kv')
    expect(wordsOf(visit('/en/search?q=turnout'))).toMatch(/\d+ results for “turnout”/)
  })

  it('searches for the beginning of a very long question, and says so', () => {
    const words = Array.from({ length: 900 }, (_, at) => `valgdeltagelse${at}`)
    const page = wordsOf(visit(`/soeg?q=${words.join('+')}`))
    expect(page).toContain(`“${words.slice(0, 10).join(' ')}”`)
    expect(page).not.toContain('valgdeltagelse10')
    expect(wordsOf(visit(`/en/search?q=${'x'.repeat(15_000)}`))).toContain(`“${'x'.repeat(200)}”`)
  })

  it('helps on where nothing is found, and keeps the question', () => {
    const page = visit('/soeg?q=<b>flyvemaskine')
    expect(wordsOf(page)).toContain('Prøv et kortere ord')
    expect(page.html).toContain('value="&lt;b&gt;flyvemaskine"')
    expect(linksOf(page)).toContain('/maal/2.2')
  })
})
