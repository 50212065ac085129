import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { findObservation } from '../workspace/observation-store.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { importFile } from './import-file.ts'

/* The command line goes in by the same way as the desk, and answers what a file leaves open with --answer. */

const folder = mkdtempSync(join(tmpdir(), 'pejling-import-'))
afterAll(() => rmSync(folder, { recursive: true }))

let db: Database
let said: string[]
beforeEach(() => {
  db = smallInstallation()
  said = []
})

function imported(
  content: string | Uint8Array,
  more: { readonly answers?: readonly string[]; readonly dryRun?: boolean } = {},
) {
  const file = join(folder, 'tal.csv')
  writeFileSync(file, content)
  return importFile(db, system, { file, slug: 'deltagelse', dryRun: false, answers: [], ...more }, (line) =>
    said.push(line),
  )
}

const standing = (period: string, series = '217'): number | null | undefined =>
  findObservation(db, 'deltagelse', series, period)?.value

describe('a file on the command line', () => {
  it('is imported as somebody else made it, and what is passed over is named', async () => {
    await imported('Kommune;År;Andel\nHelsingør;2025;61,5\nAarhus;2025;62,5\n')
    expect(standing('2025')).toBe(61.5)
    expect(said).toEqual(['Passed over: other areas: Aarhus (1 row)', 'Imported: 1 new, 0 changed, 0 as they were.'])
  })

  it('asks what it does not say, with what each answer would store, and takes the answers', async () => {
    const text = 'År;Andel\n2025;61,5\n'
    await expect(imported(text)).rejects.toThrow(
      /Answer with --answer "area=…"[\s\S]*area=217 .*\(B2: .* 2025 = 61.5\)/,
    )
    expect(standing('2025')).toBeUndefined()
    await imported(text, { answers: ['area=217'], dryRun: true })
    expect([standing('2025'), said]).toEqual([
      undefined,
      ['Would import: 1 new, 0 changed, 0 as they were. Nothing was written.'],
    ])
    await imported(text, { answers: ['area=217'] })
    expect(standing('2025')).toBe(61.5)
  })

  it('says so where an answer is none', async () => {
    await expect(imported('År;Andel\n2025;61,5\n', { answers: ['sted=217'] })).rejects.toThrow(/answers no question/)
  })

  it('keeps its letters in an older encoding', async () => {
    const text = 'area;period;value;footnote_da;footnote_en\n217;2025;61,5;Foreløbige tal før høring;Provisional\n'
    await imported(Buffer.from(text, 'latin1'))
    expect(findObservation(db, 'deltagelse', '217', '2025')?.footnote?.da).toBe('Foreløbige tal før høring')
  })

  it('is refused with every reason and the first places, and then nothing of it is written', async () => {
    const text = 'Kommune;År;Andel\nHelsingør;2025;61,5\nHelsingør;2026;615\nHelsingør;i fjor;5\n'
    await expect(imported(text)).rejects.toThrow(
      /A figure beyond what is possible: 1\.[\s\S]*line 3, cell C3: 615 lies outside[\s\S]*A period that cannot be read: 1\./,
    )
    expect(standing('2025')).toBeUndefined()
  })

  it('is never taken for figures where it is none', async () => {
    await expect(
      imported('STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE\ndataflow,X,D,217,2024,1\n'),
    ).rejects.toThrow(/line 2.*is to be deleted/)
    await expect(imported('%PDF-1.7')).rejects.toThrow(/PDF/)
  })
})
