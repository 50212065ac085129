import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import { pageSchema } from '@pejling/domain/workspace/answers'
import { ImportApply, ImportDetail, ImportPatch, ImportSummary } from '@pejling/domain/workspace/imports'
import { Undone } from '@pejling/domain/workspace/change-sets'
import { z } from 'zod'
import { reaches } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { pageOf, pageParameters } from '../../http/pages.ts'
import { parameters } from '../../http/parameters.ts'
import { Problem } from '../../http/problem.ts'
import { slugParameter } from '../../http/several.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import type { Caller } from '../../workspace-http/door.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import type { WorkspaceParts } from '../../workspace-http/parts.ts'
import { openFile } from '../../intake/kept-files.ts'
import { cancelImport, listImports, type FileImport } from '../../intake/imports.ts'
import { allowedIndicators } from '../observations/allowed.ts'
import { undo } from '../change-sets/undo-verb.ts'
import { importProblem, importFor, largestFile, largestUpload } from './import-access.ts'
import { detailOf, noSuchImport, takeImportStep } from './import-step.ts'
import { importSummary } from './import-view.ts'
import { receiveFile, SentFile } from './receive-file-routes.ts'
import { sayOfFile } from './say-of-file.ts'

const tag = 'imports'
const access = { scope: 'imports' } as const
const none = z.strictObject({})
const numbered = z.strictObject({ n: parameters.n.meta({ description: 'Number of the import' }) })
const files = [
  'multipart/form-data',
  'application/octet-stream',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.ms-excel',
]

/** The import a caller may go on with. Throws a Problem where there is none. */
function requireImport(db: Database, who: Caller, number: number): FileImport {
  const found = importFor(db, who, number)
  const isAllowed = found !== null && (who.indicators === null || who.indicators.includes(found.indicator))
  if (!isAllowed) throw noSuchImport(number)
  return found
}

const busyWithFile = new Problem('conflict', {
  da: 'Filen er ved at blive behandlet. Vent, eller afbryd det først.',
  en: 'The file is being worked on. Wait, or cancel that first.',
})
const alreadyApplied = new Problem('conflict', {
  da: 'Filen er indlæst. Fortryd indlæsningen, eller send filen igen.',
  en: 'The file has been imported. Undo the import, or send the file again.',
})

/** An import that can still be changed. Throws a Problem that says why it cannot. */
function requireOpen({ db, jobs }: WorkspaceParts, who: Caller, number: number): FileImport {
  const found = requireImport(db, who, number)
  if (jobs.progress(number) !== null) throw busyWithFile
  if (found.changeSet !== null) throw alreadyApplied
  return found
}

const Sending = z.strictObject({
  indicator: slugParameter('The indicator the figures are of', 'valgdeltagelse-kv'),
  filename: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ description: 'What the file is called; in a form, its own name', examples: ['tal.csv'] })
    .optional(),
})

const detail = { 200: { description: 'The file as it stands', schema: ImportDetail } }
const underWay = { 202: { description: 'It is under way; ask again', schema: ImportDetail } }

/** Files of figures on their way in: sending, saying what they mean, trying, writing, and undoing. */
export function addImportRoutes({ app, parts }: WorkspaceApp): void {
  void app.register(async (scope) => {
    await scope.register(multipart, {
      limits: { files: 1, fields: 5, fieldSize: 1000, fileSize: largestFile * 1_000_000 + 1 },
    })
    scope.addContentTypeParser(
      files.filter((type) => !type.startsWith('multipart/')),
      (request, payload, done) => done(null, new SentFile(request, payload)),
    )
    addRoutes({ app: scope, parts })
  })
}

function addRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/imports',
    operationId: 'listImports',
    summary: 'The newest files: everybody’s for editors, otherwise one’s own',
    description: 'Those that wait, and those whose figures are in the workspace.',
    tag,
    access,
    indicatorOf: 'filtered',
    params: none,
    query: z.strictObject(pageParameters),
    body: noContent,
    answers: { 200: { description: 'A page of files', schema: pageSchema(ImportSummary) } },
    example: {},
    handler: ({ db, who, query }) => {
      const only = allowedIndicators(who, undefined)
      const all = listImports(db, reaches(who.actor, 'editor') ? null : who.email)
        .filter(({ indicator }) => only?.includes(indicator) ?? true)
        .map((one) => importSummary(db, one))
      return { page: pageOf(all, ({ number }) => [-number], query) }
    },
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/imports',
    operationId: 'sendImport',
    summary: 'Send a file of figures',
    description:
      'As the content of the request, or in a form. It is kept and looked at; the answer is what it seems to mean. Nothing is written before that is asked for.',
    tag,
    access,
    indicatorOf: 'filtered',
    params: none,
    query: Sending,
    body: z.unknown(),
    consumes: files,
    bodyLimit: largestUpload,
    dryRun: false,
    problems: { 404: 'There is no such indicator' },
    answers: { 201: { description: 'What the file seems to mean', schema: ImportDetail }, ...underWay },
    example: { body: 'Område;2026\nHelsingør;15,2\n' },
    handler: ({ parts, who, request, query }) => receiveFile(parts, who, request, query),
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/imports/:n',
    operationId: 'getImport',
    summary: 'A file, what it is taken to mean, and what it would do',
    description: 'Also how far a step with it has come.',
    tag,
    access,
    indicatorOf: 'filtered',
    params: numbered,
    query: none,
    body: noContent,
    answers: detail,
    example: {},
    handler: ({ db, parts, who, params: { n: number } }) => {
      requireImport(db, who, number)
      return { body: detailOf(parts, number) }
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/imports/:n/file',
    operationId: 'getImportFile',
    summary: 'A file as it was sent',
    description: 'Byte for byte, also after its figures have been imported, as long as it is kept.',
    tag,
    access,
    indicatorOf: 'filtered',
    params: numbered,
    query: none,
    body: noContent,
    answers: { 200: { description: 'The file', schema: null } },
    produces: ['application/octet-stream'],
    example: {},
    handler: ({ db, who, params: { n: number } }) => {
      const { file, name } = requireImport(db, who, number)
      const bytes = Readable.from(openFile(db, file).pieces())
      return { file: { type: 'application/octet-stream', bytes, name } }
    },
  })
  addWorkspaceRoute(to, {
    method: 'PATCH',
    url: '/imports/:n',
    operationId: 'patchImport',
    summary: 'Say what a file means',
    description:
      'Answers to `outcome.questions` by their ids, or parts of the mapping. Pointing at another sheet or other headings has the columns proposed again; another encoding has the file read again. What it would do is not known afterwards.',
    tag,
    access,
    indicatorOf: 'filtered',
    params: numbered,
    query: none,
    body: ImportPatch,
    dryRun: false,
    current: ({ db, parts, who, params: { n: number } }) => {
      requireImport(db, who, number)
      return detailOf(parts, number)
    },
    answers: { ...detail, ...underWay },
    example: { body: { answers: { decimal: ',', 'mark:..': 'O' } } },
    handler: async ({ db, parts, who, params: { n: number }, body }) => {
      const found = requireOpen(parts, who, number)
      const said = sayOfFile(db, found, body)
      if (said !== 'noted') {
        const dialect = 'dialect' in said ? said.dialect : (found.mapping?.dialect ?? {})
        return takeImportStep(parts, number, { do: 'look', dialect, place: 'place' in said ? said.place : null })
      }
      const after = detailOf(parts, number)
      return { body: after, stands: after }
    },
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/imports/:n/preview',
    operationId: 'previewImport',
    summary: 'Find out what a file would do',
    description:
      'Every figure beside the one that stands there, what cannot be read, and what would change for readers: `outcome`. Nothing is written. Takes longer than two seconds: 202, and GET says how far it is.',
    tag,
    access,
    indicatorOf: 'filtered',
    params: numbered,
    query: none,
    body: noContent,
    dryRun: false,
    answers: { ...detail, ...underWay },
    example: {},
    handler: async ({ parts, who, params: { n: number } }) => {
      requireOpen(parts, who, number)
      return takeImportStep(parts, number, { do: 'try' })
    },
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/imports/:n/apply',
    operationId: 'applyImport',
    summary: 'Write what was looked at',
    description:
      'Writes the figures of the file in one change set, if they still would do what `digest` was the outcome of; otherwise nothing is written and `problem` says so.',
    tag,
    access,
    indicatorOf: 'filtered',
    params: numbered,
    query: none,
    body: ImportApply,
    dryRun: false,
    answers: { ...detail, ...underWay },
    example: { body: { digest: '5f2d…', withoutRejected: false } },
    handler: async ({ parts, who, params: { n: number }, body }) => {
      const found = requireOpen(parts, who, number)
      if (found.outcome?.digest !== body.digest) {
        throw new Problem('conflict', {
          da: 'Det er ikke, hvad der sidst blev set på. Se igen, hvad filen ville gøre, og send dens digest.',
          en: 'That is not what was looked at last. Look again at what the file would do, and send its digest.',
        })
      }
      const why = importProblem(found, body.withoutRejected)
      if (why) throw new Problem('unprocessable', why)
      return takeImportStep(parts, number, { do: 'apply', actor: who.actor })
    },
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/imports/:n/cancel',
    operationId: 'cancelImport',
    writes: false,
    summary: 'Stop the step with a file that is under way',
    description: 'It is then as if it had not been begun.',
    tag,
    access,
    indicatorOf: 'filtered',
    params: numbered,
    query: none,
    body: noContent,
    dryRun: false,
    answers: detail,
    example: {},
    handler: async ({ db, parts, who, params: { n: number } }) => {
      requireImport(db, who, number)
      await parts.jobs.cancel(number)
      return { body: detailOf(parts, number) }
    },
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/imports/:n/undo',
    operationId: 'undoImport',
    summary: 'Undo an import',
    description:
      'Brings back the figures as they were before it, in a change set of its own; 409 says why that cannot be.',
    tag,
    access,
    indicatorOf: 'filtered',
    params: numbered,
    query: none,
    body: noContent,
    answers: { 200: { description: 'It is undone', schema: Undone } },
    example: { answer: { changeSet: 42 } },
    handler: ({ db, who, params: { n: number } }) => {
      const { changeSet } = requireImport(db, who, number)
      if (changeSet === null) {
        throw new Problem('conflict', {
          da: 'Filen har ikke skrevet noget, så der er intet at fortryde.',
          en: 'The file has written nothing, so there is nothing to undo.',
        })
      }
      return { body: undo(db, who.actor, [changeSet]) }
    },
  })
  addWorkspaceRoute(to, {
    method: 'DELETE',
    url: '/imports/:n',
    operationId: 'deleteImport',
    summary: 'Delete a file that has written nothing',
    description: 'The file goes with it, where no other import needs it.',
    tag,
    access,
    indicatorOf: 'filtered',
    params: numbered,
    query: none,
    body: noContent,
    dryRun: false,
    current: ({ db, parts, who, params: { n: number } }) => {
      requireImport(db, who, number)
      return detailOf(parts, number)
    },
    answers: { 204: { description: 'It is deleted', schema: null } },
    example: {},
    handler: ({ db, parts, who, params: { n: number } }) => {
      cancelImport(db, requireOpen(parts, who, number))
      return {}
    },
  })
}
