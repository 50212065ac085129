import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** The two compressed forms of some bytes. */
export interface CompressedForms {
  readonly gzip: Buffer
  readonly brotli: Buffer
}

/**
 * Compresses bytes once for every later answer. `effort` is the level of gzip (1 to 9) and the quality of Brotli (0 to 11): more
 * takes longer and gives smaller answers.
 */
export function compressedForms(
  bytes: Buffer,
  effort: { readonly gzip: number; readonly brotli: number },
): CompressedForms {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: effort.brotli,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return { gzip: gzipSync(bytes, { level: effort.gzip }), brotli: brotliCompressSync(bytes, { params }) }
}
