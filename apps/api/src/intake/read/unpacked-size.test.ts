import * as fc from 'fast-check'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { unpackedSize } from './unpacked-size.ts'
import { inspectFile } from './source-file.ts'
import { UnreadableFileError } from './unreadable.ts'

const deflated = { type: 'nodebuffer', compression: 'DEFLATE' } as const

async function zipOf(entries: readonly Uint8Array[], names: readonly string[] = []): Promise<Buffer> {
  const zip = new JSZip()
  for (const [index, bytes] of entries.entries()) zip.file(names[index] ?? `entry-${index}`, bytes)
  return zip.generateAsync(deflated)
}

test('whatever is in a file, what it unpacks to is counted to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 5 }), async (entries) => {
      const size = entries.reduce((sum, { length }) => sum + length, 0)
      expect(await unpackedSize(await zipOf(entries), 1_000_000)).toBe(size)
    }),
    { numRuns: 30 },
  )
})

test('no more is unpacked than may be: counting ends soon after the limit', async () => {
  const bomb = await zipOf([Buffer.alloc(4_000_000), Buffer.alloc(4_000_000)])
  expect(bomb.length).toBeLessThan(20_000)
  const counted = await unpackedSize(bomb, 1_000_000)
  expect(counted).toBeGreaterThan(1_000_000)
  expect(counted).toBeLessThan(5_000_000)
})

/** A ZIP file as a workbook is, with an entry of so many bytes that states to have another size, in the entry's header and in the directory. */
async function stating(stated: number, actual: number): Promise<Buffer> {
  const zip = await zipOf([Buffer.alloc(actual), Buffer.alloc(0)], ['xl/workbook.xml', '[Content_Types].xml'])
  const [honest, lie] = [Buffer.alloc(4), Buffer.alloc(4)]
  honest.writeUInt32LE(actual)
  lie.writeUInt32LE(stated)
  for (let at = zip.indexOf(honest); at !== -1; at = zip.indexOf(honest, at + 1)) lie.copy(zip, at)
  return zip
}

test('a size that the file states and does not keep is found out', async () => {
  await expect(unpackedSize(await stating(1000, 2_000_000), 1_000_000)).rejects.toThrow('too many bytes')
})

test('a small workbook that unpacks to much is refused, with what to do, before it is unpacked', async () => {
  const bomb = await stating(300_000_000, 2_000_000)
  const refused = await inspectFile({ size: bomb.length, pieces: () => [bomb] }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(UnreadableFileError)
  expect(refused).toMatchObject({
    problem: { da: expect.stringContaining('mere end 250 MB'), en: expect.stringContaining('save the sheet as CSV') },
  })
})
