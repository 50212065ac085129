import { describe, expect, it } from 'vitest'
import { asMeant, languageFor, plainProfile, Profile } from './profile.ts'

describe('the languages of a site', () => {
  it.each([
    [['da', 'en'], 'en', 'en'],
    [['da'], 'en', 'da'],
    [['en'], 'da', 'en'],
    [['en', 'da'], 'da', 'da'],
  ] as const)('%j: who asks for %s gets %s', (languages, asked, got) => {
    expect(languageFor({ languages }, asked)).toBe(got)
  })

  it('are one at least, and each once', () => {
    for (const languages of [[], ['da', 'da'], ['fr']]) {
      expect(Profile.safeParse({ ...plainProfile, languages }).success).toBe(false)
    }
  })
})

describe('a text written for a site', () => {
  it('is taken as it is where there are two languages, and means all where there is one', () => {
    const text = { da: 'Ord', en: '' }
    expect(asMeant(text, { languages: ['da', 'en'] })).toEqual(text)
    expect(asMeant(text, { languages: ['da'] })).toEqual({ da: 'Ord', en: 'Ord' })
    expect(asMeant({ da: ' ', en: 'Words' }, { languages: ['en'] })).toEqual({ da: 'Words', en: 'Words' })
  })
})
