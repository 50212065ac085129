import { expect, it } from 'vitest'
import { weaknessOf } from './password-rules.ts'

const own = ['Rikke Søndergaard', 'rikke@helsingor.dk', 'Helsingør Kommune', 'maal.helsingor.dk']

it.each(['kort', '', 'fjorten tegn 1'])('“%s” is too short', async (password) => {
  expect(await weaknessOf(password, own)).toBe('short')
})

it.each([
  'aaaaaaaaaaaaaaa',
  '123456789012345',
  '9876543210987654321',
  'passwordpassword',
  'PASSWORDpassword',
  'P@ssw0rdP@ssw0rd',
  'qwertyuiopasdfgh',
  'abcdefghijklmnop',
  '2026202620262026',
  'iloveyouiloveyou',
])('“%s” is common', async (password) => {
  expect(await weaknessOf(password, own)).toBe('common')
})

it.each([
  'helsingørkommune',
  'HelsingoerKommune',
  'Helsingør Kommune 2026',
  'rikke@helsingor.dk',
  'rikkesøndergaard',
  'RikkeSoendergaard1',
  'pejlingpejling1',
])('“%s” is made of what is known', async (password) => {
  expect(await weaknessOf(password, own)).toBe('own')
})

it.each([
  'en lang adgangskode med mellemrum',
  'en ganske lang adgangssætning',
  'k7m2qx-9fh3pd-w4z8nv-r6t5ys',
  'correct horse battery staple',
  'æbler på et grønt bord',
  `${'x'.repeat(80)} og så noget helt andet`,
])('“%s” may be chosen', async (password) => {
  expect(await weaknessOf(password, own)).toBeNull()
})
