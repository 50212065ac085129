import { fromBufferPromise } from 'yauzl'

/** The names of what is in a ZIP file, in their order. Rejects where it is none or a broken one. */
export async function zipNames(bytes: Buffer): Promise<string[]> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
  try {
    const names: string[] = []
    for await (const { fileName } of zip.eachEntry()) names.push(fileName)
    return names
  } finally {
    zip.close()
  }
}

/** The text of an entry of a ZIP file in UTF-8, a piece at a time. Throws an Error where there is no such entry. */
export async function* zipEntryText(bytes: Buffer, name: string): AsyncGenerator<string> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== name) continue
      const decoder = new TextDecoder('utf-8')
      for await (const piece of await zip.openReadStreamPromise(entry)) {
        yield decoder.decode(Buffer.from(piece), { stream: true })
      }
      yield decoder.decode()
      return
    }
    throw new Error(`there is no ${name} in the file`)
  } finally {
    zip.close()
  }
}
