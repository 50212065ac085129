import { clearLayouts } from './clear-layouts.fixture.ts'
import { hardLayouts } from './hard-layouts.fixture.ts'
import { filesOf } from './layout.fixture.ts'
import type { CorpusFile } from './material.fixture.ts'
import { noTables, selfDescribed } from './self-described.fixture.ts'

/** Every file of the corpus: those that say all that is needed, those that leave something open, and those that are no tables. */
export async function corpusFiles(): Promise<CorpusFile[]> {
  return [...(await filesOf([...clearLayouts, ...hardLayouts])), ...selfDescribed(), ...(await noTables())]
}
