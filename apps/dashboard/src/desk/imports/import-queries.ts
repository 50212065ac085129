import { deskPath } from '@pejling/addresses/desk'
import { deskParameters } from '@pejling/addresses/words'
import { columnLetters } from '@pejling/domain/intake/source-table'
import { ImportDetail, ImportSummary, type ImportPatch } from '@pejling/domain/workspace/imports'
import { Undone } from '@pejling/domain/workspace/change-sets'
import { z } from 'zod'
import { locale } from '../client/locale.ts'
import { allOf, oneOf, queryClient, refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'

/** The steps of importing a file, as its address names them. */
export const Step = z.enum(['kolonner', 'aendringer', 'faerdig'])
export type Step = z.infer<typeof Step>

/** How often, in milliseconds, it is asked how far a step has come. */
const askAgain = 700

export const importsQuery = allOf(ImportSummary, '/imports')

/** A file on its way in; asked for again as long as a step with it is under way. */
export const importQuery = (number: number) => ({
  ...oneOf(ImportDetail, `/imports/${number}`),
  refetchInterval: ({
    state: { data },
  }: {
    readonly state: { readonly data?: { readonly value: ImportDetail } | undefined }
  }) => (data?.value.progress ? askAgain : false),
})

/** The address of a step with a file; without a step, of the one it has come to. */
export const importAddress = (number: number, step?: Step): string =>
  deskPath(locale, 'import', { number: String(number) }) + (step === undefined ? '' : `?${deskParameters.step}=${step}`)

/** Which step a file has come to. */
export const stepOf = ({ state, outcome }: Pick<ImportDetail, 'state' | 'outcome'>): Step =>
  state === 'applied'
    ? 'faerdig'
    : outcome !== null && outcome.questions.length === 0 && outcome.faults.length === 0
      ? 'aendringer'
      : 'kolonner'

/** The cell of a file as a spreadsheet names it: `B7`. */
export const cellName = ({ row, column }: { readonly row: number; readonly column: number }): string =>
  `${columnLetters(column)}${row}`

/** Has a step taken with a file, and knows at once what came of it. */
async function take(number: number, verb: 'preview' | 'cancel' | 'apply', body?: object): Promise<ImportDetail> {
  const answered = await request(ImportDetail, 'POST', `/imports/${number}/${verb}`, body ? { body } : {})
  await queryClient.invalidateQueries({ queryKey: ['imports'] })
  return answered.value
}

/** Finds out what a file would do. */
export const preview = (number: number): Promise<ImportDetail> => take(number, 'preview')

/** Stops what is under way. */
export const cancel = (number: number): Promise<ImportDetail> => take(number, 'cancel')

/** Writes what was looked at. */
export const apply = (number: number, digest: string, withoutRejected: boolean): Promise<ImportDetail> =>
  take(number, 'apply', { digest, withoutRejected })

/** Sends a file, and finds out what it would do. */
export async function sendFile(indicator: string, file: File): Promise<number> {
  const body = new FormData()
  body.append('file', file)
  const { value } = await request(ImportDetail, 'POST', '/imports', { query: { indicator }, body })
  if (value.progress === null && value.mapping !== null) await preview(value.number)
  await queryClient.invalidateQueries({ queryKey: ['imports'] })
  return value.number
}

/** Says what a file means, and finds out what it would do then. */
export async function sayOfFile(number: number, said: ImportPatch, match: string | null): Promise<ImportDetail> {
  const { value } = await request(ImportDetail, 'PATCH', `/imports/${number}`, { body: said, match })
  if (value.progress === null && value.mapping !== null) return preview(number)
  await queryClient.invalidateQueries({ queryKey: ['imports'] })
  return value
}

/** Brings back the figures as they were before a file; whether any was otherwise. */
export async function undoImport(number: number): Promise<boolean> {
  const { value } = await request(Undone, 'POST', `/imports/${number}/undo`)
  await refreshAll()
  return value.changeSet !== null
}

/** Deletes a file that has written nothing. */
export async function removeImport(number: number): Promise<void> {
  const { etag } = await request(ImportDetail, 'GET', `/imports/${number}`)
  await request(z.undefined(), 'DELETE', `/imports/${number}`, { match: etag })
  await refreshAll()
}
