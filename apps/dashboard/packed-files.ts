import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** What is compressed in itself stays alone. */
const packs = /\.(?:css|js|svg)$/

/**
 * Lays the forms a file is sent in beside it, `.br` and `.gz`: made once with all the effort there is, which at each start of the
 * server would take two thirds of it. Which of them is sent is for the server to say.
 */
export function packedFiles(): Plugin {
  return {
    name: 'packed-files',
    writeBundle({ dir = '' }) {
      const folder = join(dir, 'assets')
      for (const name of readdirSync(folder).filter((one) => packs.test(one))) {
        const file = join(folder, name)
        const bytes = readFileSync(file)
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
        writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }))
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }))
      }
    },
  }
}
