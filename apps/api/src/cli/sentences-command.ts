import { writeFileSync } from 'node:fs'
import type { Config } from '../config/config.ts'
import type { Database } from '../db/database.ts'
import { allSentences } from '../sentences/all-sentences.ts'

/** Writes every sentence of the newest release's pages to a file, or prints them where none is named. */
export async function writeSentences(
  db: Database,
  { config, positionals, print }: { config: Config; positionals: readonly string[]; print: (line: string) => void },
): Promise<number> {
  const sentences = await allSentences(db, config)
  const [file] = positionals
  if (file === undefined) print(sentences)
  else {
    writeFileSync(file, sentences)
    print(`Wrote every sentence of the newest release to ${file}.`)
  }
  return 0
}
