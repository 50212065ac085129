import { plainProfile } from '@pejling/domain/profile/profile'
import { IndicatorDocument } from '@pejling/domain/release/documents'
import { describe, expect, it } from 'vitest'
import { documentsOf } from '../../documents/documents.fixture.ts'
import { exampleRelease } from '../../app/visit.fixture.ts'
import { renderEmbed } from './render-embed.tsx'

const example = IndicatorDocument.parse(documentsOf().get('indicators/valgdeltagelse-kv'))
const footnote = {
  da: 'Valget blev holdt samme dag som folketingsvalget, og deltagelsen kan derfor ikke uden videre sammenlignes med de øvrige år.',
  en: 'The election was held on the day of the general election.',
}

/** The example with something to say of two figures. */
const noted = IndicatorDocument.parse({
  ...example,
  series: example.series.map((series) => ({
    ...series,
    observations: series.observations.map((observation, index) =>
      index === 0
        ? { ...observation, footnote }
        : index === 1
          ? { ...observation, value: null, numerator: null, denominator: null, margin: null, status: 'Q' }
          : observation,
    ),
  })),
})

const embed = (document: IndicatorDocument, locale: 'da' | 'en'): string =>
  renderEmbed({
    locale,
    document,
    release: exampleRelease,
    profile: plainProfile,
    organisation: 'Helsingør Kommune',
    siteUrl: 'https://maal.example.dk',
    assets: { styles: 'body{}', script: '/assets/embed.js', fonts: [] },
  }).html

describe('an indicator in a frame elsewhere', () => {
  it('keeps its footnotes whole, and says what is withheld', () => {
    const html = embed(noted, 'da')
    expect(html).toContain(`¹ ${footnote.da}`)
    expect(html).toContain('(c) For få personer')
    expect(embed(noted, 'en')).toContain(`¹ ${footnote.en}`)
    expect(html.match(/<text[^>]*>[^<]*\(c\)/g)?.length).toBeGreaterThan(0)
  })
})
