import { expect, test } from 'vitest'
import { deskRoutes } from '../desk/http/door.ts'
import { roomOf } from './rooms.ts'

test('every address of the desk, in both languages, is answered by a process beside the serving one', () => {
  for (const { path } of deskRoutes) {
    for (const prefix of ['', '/en']) {
      const url = `${prefix}${path}`.replaceAll(/:\w+/g, 'x')
      expect(roomOf(url), url).not.toBeNull()
      expect(roomOf(`${url}/?gemt=1`), url).toBe(roomOf(url))
    }
  }
})

test.each([
  '/admin',
  '/en/admin/udgiv',
  '/admin/se/indikator/x/efter',
  '/admin/tal/x',
  '/api/v1/workspace/observations/x',
])('what compiles or reads much is done in the workshop: %s', (url) => {
  expect(roomOf(url)).toBe('workshop')
})

test.each(['/admin/log-ind', '/admin/sso/retur?code=1', '/admin/indlaes/3', '/en/admin/personer'])(
  'what is light, and what is held in one place, is answered at the desk: %s',
  (url) => {
    expect(roomOf(url)).toBe('desk')
  },
)

test.each(['/', '/administration', '/indikator/admin', '/api/v1/indicators', '/api/v1/workspaces', '/assets/admin.js'])(
  'what is public stays with the serving process: %s',
  (url) => {
    expect(roomOf(url)).toBeNull()
  },
)
