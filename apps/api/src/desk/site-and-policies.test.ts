import { describe, expect, it } from 'vitest'
import { NotAllowedError, type Actor } from '../db/actor.ts'
import { verify } from '../verification/verify.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { getProfile, kinds, listDefinitions, listFrameworks } from '../workspace/definitions.ts'
import { changeLogo, readDefinitions } from './definitions.ts'
import { change, formOf, problemsOf, sent } from './edit-form.fixture.ts'

const editor: Actor = { name: 'Ida', role: 'editor' }

describe('a second policy', () => {
  const policy = {
    title: 'Klimaplan',
    'title.en': 'Climate plan',
    mark: 'klima',
    vision: 'Grønt',
    'vision.en': 'Green',
    purpose: 'Mindre udledning',
    'purpose.en': 'Less emission',
    audience: 'Alle',
    'audience.en': 'Everybody',
    carriedOutBy: 'Planer',
    'carriedOutBy.en': 'Plans',
    areaOne: 'spor',
    'areaOne.en': 'track',
    areaOther: 'spor',
    'areaOther.en': 'tracks',
    goalOne: 'delmål',
    'goalOne.en': 'aim',
    goalOther: 'delmål',
    'goalOther.en': 'aims',
  }

  it('is made at the desk with words of its own, and its focus areas and goals after it', () => {
    const db = smallInstallation()
    expect(change(db, 'ny-politik', '-', sent(formOf(db, 'ny-politik', '-'), policy))).toBe('done')
    const area = sent(formOf(db, 'nyt-fokusomraade', 'klimaplan'), { title: 'Transport', 'title.en': 'Transport' })
    expect(change(db, 'nyt-fokusomraade', 'klimaplan', area)).toBe('done')
    const goal = formOf(db, 'nyt-maal', 'transport')
    expect(goal.fields.find(({ name }) => name === 'number')?.da).toBe('klima-1.1')
    const typed = { text: 'Flere cykler', 'text.en': 'More cycle' }
    expect(change(db, 'nyt-maal', 'transport', sent(goal, { ...typed, number: '1.1' }))).toMatchObject({
      problem: 'fields',
    })
    expect(change(db, 'nyt-maal', 'transport', sent(goal, typed))).toBe('done')
    expect(listFrameworks(db)).toMatchObject([
      { slug: 'politik', mark: null, position: 1 },
      {
        slug: 'klimaplan',
        mark: 'klima',
        position: 2,
        organisation: { area: '217' },
        levels: { focusArea: { one: { da: 'spor', en: 'track' } }, goal: { other: { da: 'delmål', en: 'aims' } } },
      },
    ])
    expect(readDefinitions(db, true).policies.map(({ slug, areas }) => [slug, areas.length])).toEqual([
      ['politik', 2],
      ['klimaplan', 1],
    ])
    expect(verify(db)).toEqual([])
  })

  it.each([
    ['no word for addresses', { mark: '' }],
    ['a word that cannot stand in addresses', { mark: 'Klima plan' }],
    ['no words for its goals', { goalOne: '' }],
  ])('is not made with %s', (_what, anew) => {
    const db = smallInstallation()
    const [field] = Object.keys(anew)
    const refused = change(db, 'ny-politik', '-', sent(formOf(db, 'ny-politik', '-'), { ...policy, ...anew }))
    expect(refused).toMatchObject({ problem: 'fields' })
    expect(Object.keys(problemsOf(refused))).toEqual([field])
    expect(listFrameworks(db)).toHaveLength(1)
  })

  it('does not take the word another has', () => {
    const db = smallInstallation()
    change(db, 'ny-politik', '-', sent(formOf(db, 'ny-politik', '-'), policy))
    const again = change(db, 'ny-politik', '-', sent(formOf(db, 'ny-politik', '-'), policy))
    expect(problemsOf(again)).toMatchObject({ mark: { da: 'En anden politik har allerede “klima”.' } })
  })
})

describe('how the site presents itself', () => {
  const site = { siteName: 'Fjordby måler', 'siteName.en': 'Fjordby measures', accent: '#0B5D7A' }
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')

  it('is edited like everything else, and can be undone', () => {
    const db = smallInstallation()
    expect(getProfile(db)).toBeNull()
    expect(change(db, 'sted', '-', sent(formOf(db, 'sted', '-'), site), 'check')).toMatchObject({
      changes: { documents: expect.arrayContaining([expect.objectContaining({ path: 'profile' })]) },
    })
    expect(change(db, 'sted', '-', sent(formOf(db, 'sted', '-'), site))).toBe('done')
    expect(getProfile(db)).toEqual({
      name: { da: 'Fjordby måler', en: 'Fjordby measures' },
      languages: ['da', 'en'],
      colours: { ink: '#12303a', paper: '#fbfaf6', accent: '#0b5d7a' },
      logo: null,
    })
    expect(changeLogo(db, editor, svg)).toBeNull()
    expect(getProfile(db)?.logo).toEqual({ ending: 'svg', base64: svg.toString('base64') })
    expect(changeLogo(db, editor, null)).toBeNull()
    expect(getProfile(db)).toMatchObject({ logo: null, name: { da: 'Fjordby måler' } })
    expect(verify(db)).toEqual([])
  })

  it.each([
    [{ accent: 'blå' }, 'accent', 'er ikke en farve'],
    [{ accent: '#ffee00' }, 'accent', 'kontrasten er 1,1'],
    [{ paper: '#333333' }, 'paper', 'Vurderingernes farver'],
    [{ languages: 'fr' }, 'languages', 'kan ikke vælges'],
  ])('is not taken with %o', (anew, field, said) => {
    const db = smallInstallation()
    const refused = change(db, 'sted', '-', sent(formOf(db, 'sted', '-'), { ...site, ...anew }))
    expect(problemsOf(refused)[field]?.da).toContain(said)
    expect(getProfile(db)).toBeNull()
  })

  it('takes no logo that is no picture, or too large, and says so', () => {
    const db = smallInstallation()
    expect(changeLogo(db, editor, Buffer.from('GIF89a'))?.da).toContain('hverken et SVG- eller et PNG-billede')
    expect(changeLogo(db, editor, Buffer.alloc(300_000))?.en).toContain('300 kB')
    expect(() => changeLogo(db, { name: 'Per', role: 'contributor' }, svg)).toThrow(NotAllowedError)
    expect(getProfile(db)).toBeNull()
  })

  it('in one language alone has forms of that language, and texts that mean all', () => {
    const db = smallInstallation()
    change(db, 'sted', '-', sent(formOf(db, 'sted', '-'), { ...site, languages: 'da' }))
    const form = formOf(db, 'maal', '1.1')
    expect(form.languages).toEqual(['da'])
    // As the form sends it: without a word in English.
    expect(change(db, 'maal', '1.1', (name) => ({ text: 'Flere stemmer nu', before: form.before })[name] ?? '')).toBe(
      'done',
    )
    expect(listDefinitions(db, kinds.goal).find(({ number }) => number === '1.1')?.text).toEqual({
      da: 'Flere stemmer nu',
      en: 'Flere stemmer nu',
    })
  })
})
