import { describe, expect, it } from 'vitest'
import { turnoutTarget } from '../../documents/documents.fixture.ts'
import { linksOf, visit, wordsOf } from '../../app/visit.fixture.ts'

const comment = (year: number, da: string) => ({
  goal: 'hoej-valgdeltagelse',
  year,
  meaning: { da, en: `${da} (en)` },
  action: year === 2026 ? { da: 'Vi inviterer.', en: 'We invite.' } : null,
})

describe('the page of a goal', () => {
  it('begins with its own words, the verdict and the sentence it rests on', () => {
    const page = visit('/maal/2.2')
    expect(page.html).toMatch(/<h1>Høj valgdeltagelse for &lt;alle&gt; grupper<\/h1>/)
    expect(wordsOf(page)).toMatch(/(Uændret|Forværret|Forbedret) \. Deltagelsen/)
    expect(linksOf(page)).toContain('/indikator/valgdeltagelse-kv')
  })

  it('tells the headline from the other indicators', () => {
    const words = wordsOf(visit('/maal/2.2'))
    expect(words.indexOf('Hovedindikatorer')).toBeLessThan(words.indexOf('Flere indikatorer'))
    expect(words).toContain('Vælgere pr. valgsted')
  })

  it('says calmly what is missing where nothing is measured yet', () => {
    const page = visit('/maal/2.3')
    expect(wordsOf(page)).toContain('hovedindikatoren har ingen tal.')
    expect(wordsOf(page)).toContain('Målet måles med “Elever, der kender byrådet”.')
    expect(wordsOf(page)).toContain('Næste kommunalvalg er i november 2029.')
    expect(wordsOf(visit('/en/goal/2.3'))).toContain('It cannot be said yet whether the goal is closer')
  })

  it('shows the nearest figure with the reason and in no verdict’s colour, here and on the overview', () => {
    const nearest = { da: 'Det viser stemmer, ikke forståelse.', en: 'It shows votes, not understanding.' }
    for (const address of ['/maal/2.3', '/']) {
      const page = visit(address, { circumstances: { nearest } })
      const row = page.html.slice(page.html.indexOf(address === '/' ? 'id="maal-2.3"' : 'id="nearest"'))
      expect(wordsOf(page)).toContain(
        'Nærmeste tal (afgør ikke vurderingen): Valgdeltagelse ved kommunalvalg . Det viser stemmer, ikke forståelse.',
      )
      expect(row).toContain('70,5')
      expect(row.slice(0, row.indexOf('</svg>'))).toContain('tone-none')
    }
    expect(wordsOf(visit('/en/goal/2.3', { circumstances: { nearest } }))).toContain(
      'Nearest figure (does not decide the assessment)',
    )
    expect(wordsOf(visit('/maal/2.3', { circumstances: { nearest } }))).toContain('Ikke vurderet . Vi kan')
    expect(wordsOf(visit('/', { circumstances: { nearest } }))).toContain('Hovedindikatoren mangler tal')
    expect(wordsOf(visit('/'))).not.toContain('Hovedindikatoren mangler tal')
    expect(visit('/maal/2.2', { circumstances: { nearest } }).html).not.toContain('id="nearest"')
  })

  it('says once that no target has been set, only where that is so', () => {
    expect(wordsOf(visit('/maal/2.2')).match(/Der er ikke fastsat et måltal/g)).toHaveLength(1)
    const decided = visit('/maal/2.2', { circumstances: { targets: [turnoutTarget] } })
    expect(wordsOf(decided)).not.toContain('Der er ikke fastsat et måltal')
  })

  it('gives the newest comment of the administration, and keeps the earlier ones', () => {
    const comments = [comment(2025, 'Det var fladt.'), comment(2026, 'Det stiger.')]
    const words = wordsOf(visit('/maal/2.2', { circumstances: { comments } }))
    expect(words).toContain('Kommunens kommentar, 2026 Det stiger. Det gør vi ved det: Vi inviterer.')
    expect(words.indexOf('Kommunens kommentar, 2025')).toBeGreaterThan(words.indexOf('Det stiger.'))
  })

  it('leads to the goals beside it', () => {
    expect(linksOf(visit('/maal/2.2'))).toContain('/maal/2.3')
    expect(linksOf(visit('/maal/2.3'))).toContain('/maal/2.2')
  })

  it('is not there for a goal that does not exist', () => {
    expect(visit('/maal/9.9').status).toBe(404)
  })
})
