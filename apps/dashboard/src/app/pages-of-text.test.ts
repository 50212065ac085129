import { describe, expect, it } from 'vitest'
import { linksOf, visit, wordsOf } from './visit.fixture.ts'

const site = {
  url: 'https://maal.example.dk',
  contact: { email: 'maal@example.dk', phone: '+45 49 28 28 28' },
  registeredStatement: 'https://www.was.digst.dk/maal-example-dk',
}

describe('the accessibility statement', () => {
  it('leads to whom to turn to, in writing and by phone, and to the registered one', () => {
    const links = linksOf(visit('/tilgaengelighed', { site }))
    expect(links).toEqual(
      expect.arrayContaining(['mailto:maal@example.dk', 'tel:+4549282828', 'https://www.was.digst.dk/maal-example-dk']),
    )
  })

  it('says plainly that nobody is named where nobody is', () => {
    expect(wordsOf(visit('/tilgaengelighed'))).toContain(
      'Denne installation har ikke oplyst, hvem man kan henvende sig til.',
    )
    expect(wordsOf(visit('/en/accessibility'))).toContain('This installation has not said whom to turn to.')
  })
})

describe('the page about open data', () => {
  it('lists every indicator with its data, and how to cite this very release', () => {
    const page = visit('/data')
    expect(linksOf(page)).toContain('/api/v1/indicators/valgdeltagelse-kv/observations.csv?dialect=da')
    expect(wordsOf(page)).toContain('3 indikatorer. 2 har endnu ingen tal for kommunen.')
    expect(wordsOf(page)).toContain(
      'Helsingør Kommune: Pejling, udgivelse 7, 12. februar 2026. https://maal.example.dk/udgivelser/7/overblik',
    )
  })
})
