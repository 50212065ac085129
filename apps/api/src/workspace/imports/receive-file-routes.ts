import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { retryWhileBusy } from '../../db/retry-while-busy.ts'
import { Problem } from '../../http/problem.ts'
import { notAllowed, type Caller } from '../../workspace-http/door.ts'
import type { WorkspaceParts } from '../../workspace-http/parts.ts'
import { beginImport } from '../../intake/imports.ts'
import { keepFile, TooLargeError } from '../../intake/kept-files.ts'
import { quotaProblem } from '../../intake/upload-quota.ts'
import { requireIndicator } from '../observations/write-figures.ts'
import { largestFile, mayImport } from './import-access.ts'
import { takeImportStep } from './import-step.ts'

/** A file as the body of a request. As JSON it is what tells it from another before it is read. */
export class SentFile {
  readonly stream: Readable
  readonly #about: readonly [type: string | undefined, length: string | undefined]
  constructor({ headers }: FastifyRequest, stream: Readable) {
    this.stream = stream
    this.#about = [headers['content-type'], headers['content-length']]
  }
  toJSON(): unknown {
    return this.#about
  }
}

/** The file a request sends, and what it is called: in a form, or as it is. */
async function sentFile(
  request: FastifyRequest,
  filename: string | undefined,
): Promise<{ readonly stream: AsyncIterable<Uint8Array>; readonly name: string }> {
  if (request.body instanceof SentFile) return { stream: request.body.stream, name: filename ?? 'fil' }
  const part = request.isMultipart() ? await request.file() : undefined
  const name = filename ?? part?.filename ?? ''
  if (part && name !== '') return { stream: part.file, name }
  part?.file.resume()
  throw new Problem('invalid-request', {
    da: 'Der er ingen fil i forespørgslen. Send den som indhold, eller i en formular.',
    en: 'There is no file in the request. Send it as the content, or in a form.',
  })
}

/** What is said of a file that is sent. */
export interface Sending {
  readonly indicator: string
  readonly filename?: string | undefined
}

/** Takes a file, keeps it, and looks at it. Throws a Problem that says why it cannot be taken. */
export async function receiveFile(parts: WorkspaceParts, who: Caller, request: FastifyRequest, query: Sending) {
  const { db } = parts
  const { indicator, filename } = query
  requireIndicator(db, indicator)
  if (!mayImport(db, who, indicator)) throw notAllowed
  if (who.indicators?.includes(indicator) === false) throw notAllowed
  const full = quotaProblem(db, who.email)
  if (full) {
    throw new Problem('unprocessable', {
      da: 'Der venter for mange filer, eller disken er næsten fuld. Indlæs eller slet nogle først.',
      en: 'Too many files are waiting, or the disk is nearly full. Import or delete some first.',
    })
  }
  const { stream, name } = await sentFile(request, filename)
  try {
    const file = await keepFile(db, stream, largestFile * 1_000_000)
    const about = { file, name: name.slice(0, 200), receivedBy: who.email, indicator }
    const number = await retryWhileBusy(() => beginImport(db, about))
    const answer = await takeImportStep(parts, number, { do: 'look', dialect: {}, place: null })
    return { ...answer, status: 'status' in answer ? answer.status : (201 as const), location: `/imports/${number}` }
  } catch (error) {
    if (!(error instanceof TooLargeError)) throw error
    throw new Problem('content-too-large', {
      da: `En fil må højst fylde ${largestFile} MB.`,
      en: `A file may have at most ${largestFile} MB.`,
    })
  }
}
