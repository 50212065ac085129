import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { ownPath } from './own-path.ts'

it.each(['/admin', '/admin/tal/valgdeltagelse-kv', '/en/admin/historik?soeg=a%20b', '/admin/udgiv?valg=1&kun=a&kun=b'])(
  '%s is come back to as it is',
  (path) => {
    expect(ownPath(path)).toBe(path)
  },
)

it.each([
  '',
  'https://evil.example/admin',
  '//evil.example/admin',
  '/\\evil.example/admin',
  '\\/evil.example/admin',
  '/admin/..//evil.example',
  '/admin/%2e%2e//evil.example',
  '/\t/evil.example/admin',
  '/admin\n//evil.example',
  'javascript:alert(1)//admin',
  '/admin@evil.example',
  '/administrator',
  '/admin/../indikator/x',
  '/indikator/x',
  'admin',
  ' /admin',
  '/admin/log-ud',
  '/en/admin/log-ind?til=/admin',
  '/admin/sso',
  '/admin/sso/retur?code=x',
  `/admin/${'a'.repeat(3000)}`,
])('“%s” leads nowhere', (path) => {
  expect(ownPath(path)).toBe('')
})

it('whatever is given, a browser that follows the answer stays at the desk', () => {
  const piece = fc.constantFrom(
    '/',
    '//',
    '\\',
    'admin',
    'en',
    '..',
    '.',
    '%2f',
    '%5c',
    '@',
    ':',
    'evil.example',
    '?',
    '#',
    '\t',
    ' ',
  )
  const anything = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 12 }).map((pieces) => `/${pieces.join('')}`),
  )
  fc.assert(
    fc.property(anything, (given) => {
      const path = ownPath(given)
      if (path === '') return
      const reached = new URL(path, 'https://maal.example.dk/admin/log-ind')
      expect(reached.origin).toBe('https://maal.example.dk')
      expect(reached.pathname).toMatch(/^\/(?:en\/)?admin(?:\/|$)/)
      expect(ownPath(path)).toBe(path)
    }),
    { numRuns: 2000 },
  )
})
