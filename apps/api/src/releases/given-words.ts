import { Text } from '@pejling/domain/text'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { settings } from '../db/schema.ts'
import type { ReleaseWords } from './release-words.ts'

const GivenWords = z.strictObject({ title: Text, note: Text.nullable() })

/** The setting that keeps the words a release has been given. */
export const givenWordsSetting = (number: number): string => `release-words/${number}`

/** The words a release has been given to be shown with; `null`: those it was published with. */
export function givenWords(db: Database, number: number): ReleaseWords | null {
  const row = db.sql
    .select()
    .from(settings)
    .where(eq(settings.name, givenWordsSetting(number)))
    .get()
  return row ? GivenWords.parse(JSON.parse(row.body)) : null
}
