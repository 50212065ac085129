import { deskPath } from '@pejling/addresses/desk'
import { deskPages, deskParameters } from '@pejling/addresses/words'
import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { SignedIn } from '../../accounts/sessions.ts'
import { retryWhileBusy } from '../../db/retry-while-busy.ts'
import { beginImport, cancelImport } from '../../intake/imports.ts'
import { keepFile, openFile, TooLargeError } from '../../intake/kept-files.ts'
import { quotaProblem, type QuotaProblem } from '../../intake/upload-quota.ts'
import type { Door } from './door.ts'
import { importProblem, importFor, largestFile, mayImport } from '../../workspace/imports/import-access.ts'
import { readImport, readImports, saySoOfFile } from '../files.ts'
import { fieldsOf, localeOf, textOf } from './request.ts'

/** How long, in ms, an answer waits for a file to be read; then it says how far that has come. */
const timeout = 2000

/** Files of figures on their way in. */
export function registerImports({ db, jobs, route, show, noSuchThing }: Door): void {
  const ImportNumber = z.object({ number: z.coerce.number().int().positive().catch(0) })
  const importIn = (request: FastifyRequest, who: SignedIn) =>
    importFor(db, who, ImportNumber.parse(request.params).number)
  route('GET', deskPages.imports, (request, reply, who) => {
    const chosen = fieldsOf(request.query)(deskParameters.indicator)
    return show(request, reply, readImports(db, who, { chosen, problem: null }), who)
  })
  route('POST', deskPages.imports, async (request, reply, who) => {
    const refuse = (problem: 'no-file' | 'too-large' | 'no-indicator' | QuotaProblem, chosen: string, status: number) =>
      show(request, reply, readImports(db, who, { chosen, problem }), who, status)
    // The field comes before the file in the form, and so does it here.
    const part = request.isMultipart() ? await request.file() : undefined
    if (!part) return refuse('no-file', '', 400)
    const { indicator: given } = part.fields
    const indicator = given && 'value' in given ? textOf(given.value) : ''
    // A form sent without a file has one without a name.
    const name = textOf(part.filename).slice(0, 200)
    if (!mayImport(db, who, indicator) || name === '') {
      part.file.resume()
      return refuse(name === '' ? 'no-file' : 'no-indicator', indicator, 400)
    }
    const full = quotaProblem(db, who.email)
    if (full) {
      part.file.resume()
      return refuse(full, indicator, full === 'quota' ? 429 : 507)
    }
    try {
      const file = await keepFile(db, part.file, largestFile * 1_000_000)
      const number = await retryWhileBusy(() => beginImport(db, { file, name, receivedBy: who.email, indicator }))
      await jobs.begin(number, { do: 'look', dialect: {}, place: null }, timeout)
      return await reply.redirect(deskPath(localeOf(request), 'import', { number }), 303)
    } catch (error) {
      if (error instanceof TooLargeError) return refuse('too-large', indicator, 413)
      throw error
    }
  })
  route('GET', deskPages.import, (request, reply, who) => {
    const found = importIn(request, who)
    return found ? show(request, reply, readImport(db, jobs, found, null), who) : noSuchThing(request, reply, who)
  })
  route('GET', deskPages.importFile, (request, reply, who) => {
    const found = importIn(request, who)
    if (!found) return noSuchThing(request, reply, who)
    return reply
      .type('application/octet-stream')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
      .send(Readable.from(openFile(db, found.file).pieces()))
  })
  route('POST', deskPages.import, async (request, reply, who) => {
    const found = importIn(request, who)
    if (!found) return noSuchThing(request, reply, who)
    const { number } = found
    const typed = fieldsOf(request.body)
    const again = deskPath(localeOf(request), 'import', { number })
    // What no button says is only noted.
    const step = z.enum(['say', 'try', 'apply', 'cancel', 'discard']).catch('say').parse(typed('step'))
    if (step === 'cancel') await jobs.cancel(number)
    else if (jobs.progress(number) !== null) return reply.redirect(again, 303)
    else if (step === 'discard') {
      return reply.redirect(cancelImport(db, found) ? deskPath(localeOf(request), 'imports') : again, 303)
    } else if (found.changeSet !== null) {
      // What has come in is done with.
    } else if (step === 'apply') {
      const problem = importProblem(found, typed('withoutRejected') === '1')
      if (problem) return show(request, reply, readImport(db, jobs, found, problem), who, 400)
      await jobs.begin(number, { do: 'apply', actor: who.actor }, timeout)
    } else {
      const said = saySoOfFile(db, found, typed)
      if (said === 'noted') {
        if (step === 'try') await jobs.begin(number, { do: 'try' }, timeout)
      } else {
        const dialect = 'dialect' in said ? said.dialect : (found.mapping?.dialect ?? {})
        await jobs.begin(number, { do: 'look', dialect, place: 'place' in said ? said.place : null }, timeout)
      }
    }
    return reply.redirect(again, 303)
  })
}
