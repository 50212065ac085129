import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationOf, type CitationForm, type Cited } from './citation.ts'

const cited: Cited = {
  organisation: 'Helsingør Kommune',
  site: 'Mål & tal',
  name: 'Valgdeltagelse & tillid',
  slug: 'valgdeltagelse-kv',
  release: 7,
  publishedAt: '2026-02-12T08:00:00.000Z',
  address: 'https://maal.example.dk/udgivelser/7/indikator/valgdeltagelse-kv',
}
const on = (form: CitationForm, locale: 'da' | 'en', day: string): string => {
  const citation = citationOf(cited, form, locale)
  return citation.before + citation.day.replace('{}', day) + citation.after
}

describe('a citation', () => {
  it('is of the day and the year it was published on in Denmark', () => {
    const atNewYear = { ...cited, publishedAt: '2026-12-31T23:00:00.000Z' }
    expect(citationOf(atNewYear, 'text', 'da').before).toMatch(/\(2027\).* 1\. januar 2027/)
    expect(citationOf(atNewYear, 'bibtex', 'en').before).toMatch(/date = \{2027-01-01\},\s+year = \{2027\}/)
    expect(citationOf(atNewYear, 'ris', 'en').before).toMatch(/PY {2}- 2027\nDA {2}- 2027\/01\/01/)
  })

  it('of a name that ends in a mark of its own has no second one', () => {
    const asking = { ...cited, name: 'Er borgerne trygge?' }
    expect(citationOf(asking, 'text', 'da').before).toContain('Er borgerne trygge? Mål & tal,')
  })

  it('names who, what, which release and where it stands for ever, and the day', () => {
    expect(on('text', 'da', '27. november 2026')).toBe(
      'Helsingør Kommune (2026): Valgdeltagelse & tillid. Mål & tal, udgivelse 7, 12. februar 2026. https://maal.example.dk/udgivelser/7/indikator/valgdeltagelse-kv (hentet 27. november 2026)',
    )
    expect(on('text', 'en', '27 November 2026')).toMatch(
      /release 7, 12 February 2026\. .* \(retrieved 27 November 2026\)$/,
    )
  })

  it('is read by BibTeX and by programs for references', () => {
    expect(on('bibtex', 'en', '2026-11-27')).toBe(
      [
        '@misc{valgdeltagelse-kv-7,',
        '  author = {{Helsingør Kommune}},',
        String.raw`  title = {Valgdeltagelse \& tillid},`,
        String.raw`  note = {Mål \& tal, release 7},`,
        '  date = {2026-02-12},',
        '  year = {2026},',
        '  url = {https://maal.example.dk/udgivelser/7/indikator/valgdeltagelse-kv},',
        '  urldate = {2026-11-27},',
        '}',
      ].join('\n'),
    )
    expect(on('ris', 'en', '2026/11/27').split('\n')).toEqual([
      'TY  - DATA',
      'AU  - Helsingør Kommune',
      'TI  - Valgdeltagelse & tillid',
      'PY  - 2026',
      'DA  - 2026/02/12',
      'ET  - Mål & tal, release 7',
      'UR  - https://maal.example.dk/udgivelser/7/indikator/valgdeltagelse-kv',
      'Y2  - 2026/11/27',
      'ER  - ',
    ])
  })

  it('has its brackets in pairs for BibTeX, whatever the name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, site) => {
        const { before, after } = citationOf({ ...cited, name, site }, 'bibtex', 'da')
        const signs = `${before}${after}`.replace(/\\[{}]/g, '')
        expect(signs.split('{').length).toBe(signs.split('}').length)
      }),
    )
  })
})
