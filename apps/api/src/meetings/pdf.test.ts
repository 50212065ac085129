import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CannotPrintError, printWith, whyNotPrinted } from './pdf.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pejling-browsers-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A program in place of a browser, which does what a shell script says. */
function browser(name: string, script: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return path
}

const target = 'for argument; do case $argument in --print-to-pdf=*) paper=${argument#--print-to-pdf=};; esac; done'

it.each([
  ['ends well and has printed nothing, as a snap', 'exit 0', /made no PDF file$/],
  ['prints what is no PDF file', `${target}; echo "file not found" > "$paper"`, /made no PDF file/],
  ['does not start', 'echo "cannot run" >&2; exit 46', /made no PDF file: Command failed/],
])('a browser that %s is found out, by name', async (name, script, words) => {
  const path = browser(name.replaceAll(/\W/g, '-'), script)
  const error = await whyNotPrinted(printWith(path))
  expect(error).toBeInstanceOf(CannotPrintError)
  expect(error?.message).toMatch(words)
  expect(error?.message).toContain(path)
})

it('one that is not there is, too', async () => {
  const error = await whyNotPrinted(printWith(join(folder, 'nothing')))
  expect(error?.message).toMatch(/made no PDF file: spawn .* ENOENT/)
})

it('one that prints is taken', async () => {
  const path = browser('prints', `${target}; printf "%%PDF-1.4\\n" > "$paper"`)
  expect(await whyNotPrinted(printWith(path))).toBeNull()
})
