import { describe, expect, it } from 'vitest'
import { linksOf, visit, wordsOf } from './visit.fixture.ts'

const site = {
  url: 'https://maal.example.dk',
  contact: { email: 'maal@example.dk', phone: '+45 49 28 28 28' },
  registeredStatement: 'https://www.was.digst.dk/maal-example-dk',
  asFiles: false,
}

describe('the accessibility statement', () => {
  it('leads to whom to turn to, in writing and by phone, and to the registered one', () => {
    const links = linksOf(visit('/tilgaengelighed', { site }))
    expect(links).toEqual(
      expect.arrayContaining(['mailto:maal@example.dk', 'tel:+4549282828', 'https://www.was.digst.dk/maal-example-dk']),
    )
  })

  it('begins with the registered one where there is one, and says so where there is none', () => {
    const { html } = visit('/tilgaengelighed', { site })
    expect(html.indexOf('www.was.digst.dk')).toBeLessThan(html.indexOf('class="lead"'))
    expect(wordsOf(visit('/tilgaengelighed'))).toContain('Der er endnu ikke registreret en tilgængelighedserklæring')
  })

  it('names the release it is shown for, and no date of its own', () => {
    expect(wordsOf(visit('/tilgaengelighed'))).toContain('gælder udgivelse 7 fra 12. februar 2026')
  })

  it('says which of writing and calling is missing', () => {
    const words = wordsOf(visit('/tilgaengelighed', { site: { ...site, contact: { ...site.contact, phone: null } } }))
    expect(words).toContain('Skriv til maal@example.dk')
    expect(words).toContain('Der er ikke oplyst et telefonnummer.')
  })

  it('says plainly that nobody is named where nobody is', () => {
    expect(wordsOf(visit('/tilgaengelighed'))).toContain('Kontakt kommunen. Der er endnu ikke oplyst en adresse')
    expect(wordsOf(visit('/en/accessibility'))).toContain('Contact the municipality. No address')
  })
})

describe('the page about privacy', () => {
  it('says whom to ask and where to complain', () => {
    const page = visit('/privatliv', { site })
    expect(wordsOf(page)).toContain('Spørgsmål kan stilles til maal@example.dk eller +45 49 28 28 28 .')
    expect(linksOf(page)).toContain('https://www.datatilsynet.dk')
    expect(wordsOf(visit('/en/privacy'))).toContain('If you have questions, contact the municipality.')
  })

  it('says what is recorded of those who sign in', () => {
    expect(wordsOf(visit('/privatliv'))).toContain('Forsøg på at logge ind registreres: tidspunkt, konto')
    expect(wordsOf(visit('/en/privacy'))).toContain('Attempts to sign in are recorded: when, which account')
  })
})

describe('the page about open data', () => {
  it('says what each status means, those that stand without a figure apart', () => {
    const words = wordsOf(visit('/data'))
    expect(words).toContain('A Normal')
    expect(words).toContain('Uden et tal O Mangler')
  })

  it('leads to every part of itself', () => {
    for (const address of ['/data', '/en/data']) {
      const page = visit(address)
      const parts = linksOf(page).filter((href) => href.startsWith('#') && href !== '#main')
      expect(parts).toHaveLength(6)
      for (const part of parts) expect(page.html).toContain(`id="${part.slice(1)}"`)
    }
  })

  it('keeps to the release that is being read', () => {
    const links = linksOf(visit('/data', { pinned: true }))
    expect(links).toContain('/api/v1/indicators/valgdeltagelse-kv?release=7')
  })

  it('lists every indicator with its data, and how to cite this very release', () => {
    const page = visit('/data')
    expect(linksOf(page)).toContain('/api/v1/indicators/valgdeltagelse-kv/observations.csv?dialect=da')
    expect(wordsOf(page)).toContain('1 indikator med tal')
    expect(wordsOf(page)).toContain('2 indikatorer endnu uden tal for kommunen')
    expect(wordsOf(page)).toContain(
      'Helsingør Kommune: Pejling, udgivelse 7, 12. februar 2026. https://maal.example.dk/udgivelser/7/overblik',
    )
  })
})
