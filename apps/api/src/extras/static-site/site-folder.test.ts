import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ForeignFilesError, openSiteFolder } from './site-folder.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pejling-folder-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const write = (files: Readonly<Record<string, string>>) => {
  const folder = openSiteFolder(root)
  for (const [file, text] of Object.entries(files)) folder.write(file, text)
  return folder
}
const present = (): string[] =>
  readdirSync(root)
    .filter((name) => !name.startsWith('.'))
    .toSorted()

describe('a folder the site is written to', () => {
  it('has what was written last, and nothing of before', () => {
    write({ 'index.html': 'en', 'indikator/x/index.html': 'x', 'data.csv': '1' }).finish()
    expect(write({ 'index.html': 'to', 'data.csv': '1' }).finish()).toEqual({ files: 2, changed: 1, removed: 1 })
    expect(present()).toEqual(['data.csv', 'index.html'])
    expect(readFileSync(join(root, 'index.html'), 'utf8')).toBe('to')
  })

  it('is as it was until everything is there', () => {
    write({ 'index.html': 'en' }).finish()
    write({ 'index.html': 'to', 'other.html': 'x' })
    expect([present(), readFileSync(join(root, 'index.html'), 'utf8')]).toEqual([['index.html'], 'en'])
    write({ 'index.html': 'to' }).finish()
    expect(existsSync(join(root, '.pejling-new'))).toBe(false)
  })

  it('leaves a file alone that is the same, so that it is not copied on once more', () => {
    write({ 'data.csv': '1' }).finish()
    const file = join(root, 'data.csv')
    utimesSync(file, 1000, 1000)
    write({ 'data.csv': '1' }).finish()
    expect(statSync(file).mtimeMs).toBe(1_000_000)
  })

  it('is not touched where it holds what is somebody else’s', () => {
    writeFileSync(join(root, 'regnskab.xlsx'), 'x')
    expect(() => openSiteFolder(root)).toThrow(ForeignFilesError)
    expect(() => openSiteFolder(root)).toThrow(/regnskab\.xlsx/)
    rmSync(join(root, 'regnskab.xlsx'))
    write({ 'index.html': 'en' }).finish()
    writeFileSync(join(root, 'mine.html'), 'x')
    expect(() => openSiteFolder(root)).toThrow(/mine\.html/)
  })
})
