import { expect, test } from 'vitest'
import { deskRoutes } from '../sign-in-pages/door.ts'
import { roomOf } from './rooms.ts'

test('every address of the desk, in both languages, is answered by a process beside the serving one', () => {
  for (const { path } of deskRoutes) {
    for (const prefix of ['', '/en']) {
      const url = `${prefix}${path}`.replaceAll(/:\w+/g, 'x')
      expect(roomOf(url, true), url).not.toBeNull()
      expect(roomOf(`${url}/?gemt=1`, true), url).toBe(roomOf(url, true))
    }
  }
})

test.each([
  '/admin/se/indikator/x/efter',
  '/en/admin/se/maal/1.1/foer',
  '/api/v1/workspace/observations/x',
  '/api/v1/workspace/overview',
  '/api/v1/workspace/change-sets?q=valg',
  '/api/v1/workspace/connections/taler/preview',
  '/api/v1/workspace/releases/preview',
  '/api/v1/workspace/areas/217?x=1&dryRun=%74rue',
])('what compiles or reads much is done in the workshop: %s', (url) => {
  expect(roomOf(url, true)).toBe('workshop')
  // Strangers are only sent to sign in, and take nobody's place.
  expect(roomOf(url, false)).toBe('desk')
})

test.each([
  '/admin',
  '/en/admin/udgiv',
  '/admin/log-ind',
  '/admin/sso/retur?code=1',
  '/admin/indlaes/3',
  '/en/admin/personer',
  '/api/v1/workspace/areas?dryRun=false',
  '/api/v1/workspace/connections/taler/fetch',
  '/api/v1/workspace/imports/1/preview',
])('what is light, and what is held in one place, is answered at the desk: %s', (url) => {
  expect(roomOf(url, true)).toBe('desk')
})

test.each(['/', '/administration', '/indikator/admin', '/api/v1/indicators', '/api/v1/workspaces', '/assets/admin.js'])(
  'what is public stays with the serving process: %s',
  (url) => {
    expect(roomOf(url, true)).toBeNull()
  },
)

test.each([
  '/%61dmin/%73e/maal/1.1/foer',
  '/admin/se/maal/1.1/foer;x',
  '/admin/se/maal/1.1/foer#x',
  '/en/admin/se/maal/1.1/foer?x=1',
])('an address is read as the router reads it: %s', (url) => {
  expect(roomOf(url, true)).toBe('workshop')
})

test('an address that cannot be decoded is nobody’s', () => {
  expect(roomOf('/%zz/admin', true)).toBeNull()
})
