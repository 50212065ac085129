import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openSealer, Sealer } from './sealer.ts'

const folder = mkdtempSync(join(tmpdir(), 'pejling-sealer-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('opens what it sealed, for its purpose alone, and nothing that was changed or sealed with another key', () => {
  const sealer = new Sealer(randomBytes(32))
  const sealed = sealer.seal('hemmeligt', 'totp a')
  expect(sealed).not.toContain('hemmeligt')
  expect(sealer.open(sealed, 'totp a')).toBe('hemmeligt')
  expect(sealer.open(sealed, 'totp b')).toBeNull()
  expect(new Sealer(randomBytes(32)).open(sealed, 'totp a')).toBeNull()
  const changed = Buffer.from(sealed, 'base64url')
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  expect(sealer.open(changed.toString('base64url'), 'totp a')).toBeNull()
  expect([sealer.open('', 'x'), sealer.open('%%%', 'x')]).toEqual([null, null])
})

it('keeps its key in a file nobody else may read, and says what is wrong with one that is no key', () => {
  const file = join(folder, 'pejling.key')
  const sealed = openSealer(folder).seal('hemmeligt', 'x')
  expect(openSealer(folder).open(sealed, 'x')).toBe('hemmeligt')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toMatch(/^[\w+/=]{44}\n$/)
  writeFileSync(file, 'kort')
  expect(() => openSealer(folder)).toThrow(/does not hold a key/)
})
