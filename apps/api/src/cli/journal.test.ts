import { closeSync, fstatSync, openSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { writesToJournal } from './journal.ts'

it('the journal is known by its device and inode, not by being started by a service', () => {
  const descriptor = openSync(fileURLToPath(import.meta.url), 'r')
  try {
    const { dev, ino } = fstatSync(descriptor)
    expect(writesToJournal(`${dev}:${ino}`, descriptor)).toBe(true)
    expect(writesToJournal(`${dev}:${ino + 1}`, descriptor)).toBe(false)
    expect(writesToJournal(undefined, descriptor)).toBe(false)
  } finally {
    closeSync(descriptor)
  }
})
