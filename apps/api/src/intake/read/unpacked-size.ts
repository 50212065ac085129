import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'

/** Inflates an entry and counts its bytes, without keeping them, up to a limit. What the directory says may be untrue. */
async function inflatedSize(zip: ZipFile, entry: Entry, most: number): Promise<number> {
  const stream = await zip.openReadStreamPromise(entry)
  let size = 0
  for await (const piece of stream) {
    size += Buffer.from(piece).length
    if (size > most) break
  }
  return size
}

/**
 * How many bytes a ZIP file (a workbook is one) holds when it is unpacked: counted while inflating, without keeping anything, and
 * no further than `most`. Rejects where it is no ZIP file or a broken one.
 */
export async function unpackedSize(bytes: Buffer, most: number): Promise<number> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
  let size = 0
  try {
    for await (const entry of zip.eachEntry()) {
      // The cheap look first: what says of itself that it is too large need not be inflated.
      size += entry.uncompressedSize > most ? entry.uncompressedSize : await inflatedSize(zip, entry, most - size)
      if (size > most) break
    }
    return size
  } finally {
    zip.close()
  }
}
