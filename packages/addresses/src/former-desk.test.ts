import { expect, it } from 'vitest'
import { presentDeskPath } from './former-desk.ts'

it.each([
  ['/admin/ramme', '/admin/maal'],
  ['/en/admin/udvalg?x=1', '/en/admin/moeder'],
  ['/admin/ret/indikator/taler', '/admin/indikator/taler'],
  ['/admin/ret/ide/en-b%C3%A6nk/', '/admin/ideer/en-b%C3%A6nk'],
  ['/admin/ret/ny-indikator/ny', '/admin/ny-indikator'],
  ['/admin/ret/kommentar/1.1', '/admin/maal'],
  ['/admin/indlaes/7/fil', '/admin/indlaes/7'],
])('%s is at %s now', (former, present) => {
  expect(presentDeskPath(former)).toBe(present)
})

it.each(['/admin', '/admin/udgiv', '/admin/tal/taler', '/admin/ret'])('%s is where it was', (path) => {
  expect(presentDeskPath(path)).toBeNull()
})
