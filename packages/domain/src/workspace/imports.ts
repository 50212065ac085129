import { z } from 'zod'
import { ImportOutcome } from '../intake/outcome.ts'
import { MappedRole, Mapping } from '../intake/mapping.ts'
import { sourceFormats } from '../intake/source-table.ts'
import { Timestamp } from '../release/release.ts'
import { Slug } from '../slug.ts'
import { Text } from '../text.ts'

/** A file on its way in, or that came in, in a list. */
export const ImportSummary = z
  .strictObject({
    number: z.int().positive(),
    name: z.string(),
    indicator: Slug,
    receivedAt: Timestamp,
    receivedBy: z.string().describe('The name of whoever sent it'),
    state: z
      .enum(['received', 'checked', 'applied'])
      .describe('checked: what it would do is known; applied: its figures are in the workspace'),
    changeSet: z.int().positive().nullable().describe('The change set its figures were written in'),
  })
  .meta({ id: 'ImportSummary', description: 'A file of figures on its way in, or that came in.' })
export type ImportSummary = z.infer<typeof ImportSummary>

/** A column of a file: what stands over it, what it is taken for, and some of what is in it. */
const ImportColumn = z
  .strictObject({
    letters: z.string().describe('As a spreadsheet names it'),
    headings: z.array(z.string()),
    role: MappedRole,
    examples: z.array(z.string()),
  })
  .meta({ id: 'ImportColumn', description: 'A column of a file, and what it is taken for.' })

/** How far a step with a file has come. */
const Progress = z.strictObject({
  phase: z.string(),
  done: z.int().nonnegative(),
  total: z.int().nonnegative().describe('0: nobody knows how much there is'),
})

/** A file with what it seems to mean and what it would do. */
export const ImportDetail = z
  .strictObject({
    ...ImportSummary.shape,
    size: z.int().nonnegative().describe('In bytes'),
    hash: z.string().describe('SHA-256 of the file'),
    format: z.enum(sourceFormats).nullable().describe('null: it has not been looked at yet, or cannot be read'),
    sheets: z.array(z.string()),
    columns: z.array(ImportColumn).describe('Of the sheet the mapping names'),
    mapping: Mapping.nullable().describe('What the file is taken to mean; change it by PATCH'),
    outcome: ImportOutcome.nullable().describe('What it would do, or did; null: that has not been tried'),
    progress: Progress.nullable().describe('How far a step has come; null: none is under way'),
    problem: Text.nullable().describe('Why the last step came to nothing'),
  })
  .meta({ id: 'Import', description: 'A file of figures: what it is taken to mean, and what it would do.' })
export type ImportDetail = z.infer<typeof ImportDetail>

/** What somebody says a file means: parts of its mapping. */
export const ImportPatch = z
  .strictObject({ mapping: Mapping.partial() })
  .meta({ id: 'ImportPatch', description: 'Parts of the mapping that are to be otherwise.' })
export type ImportPatch = z.infer<typeof ImportPatch>

/** What is to be written of a file. */
export const ImportApply = z
  .strictObject({
    digest: z.string().min(1).max(200).describe('`outcome.digest` of what was looked at: nothing else is written'),
    withoutRejected: z.boolean().default(false).describe('Whether the rest is written where some of it was refused'),
  })
  .meta({ id: 'ImportApply', description: 'Writes what was looked at.' })
export type ImportApply = z.output<typeof ImportApply>
