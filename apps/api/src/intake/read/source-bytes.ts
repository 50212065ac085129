/** A file a person sent, to be read as often as needed, a piece at a time. */
export interface SourceFile {
  /** In bytes. */
  readonly size: number
  readonly pieces: () => Iterable<Uint8Array>
}

/** Is told how far the reading has come, in bytes of the file; a workbook does not say. */
export type OnRead = (bytes: number) => void

/** How much of a file tells what it is, in bytes or letters. */
export const tellingSize = 20_000

/** The first bytes of a file, at least {@link tellingSize} of them where there are as many. */
export function beginningOf({ pieces }: SourceFile): Uint8Array {
  const found: Uint8Array[] = []
  let size = 0
  for (const piece of pieces()) {
    found.push(piece)
    size += piece.length
    if (size >= tellingSize) break
  }
  return Buffer.concat(found)
}

/** All bytes of a file. */
export const allBytes = ({ pieces }: SourceFile): Buffer => Buffer.concat([...pieces()])
