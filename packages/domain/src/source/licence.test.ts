import { expect, it } from 'vitest'
import { sharedLicence } from './licence.ts'

const text = { da: 'Vilkår', en: 'Terms' }
const under = (url: string | null) => ({ licence: { name: text, url } })

it('is said where all sources have it, and nowhere else', () => {
  expect(sharedLicence([under('https://a.dk/'), under('https://a.dk/')])).toBe('https://a.dk/')
  expect(sharedLicence([under('https://a.dk/'), under('https://b.dk/')])).toBeNull()
  expect(sharedLicence([under('https://a.dk/'), { licence: null }])).toBeNull()
  expect(sharedLicence([under(null)])).toBeNull()
  expect(sharedLicence([])).toBeNull()
})
