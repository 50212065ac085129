import { deskPath } from '@pejling/addresses/desk'
import { deskPages, deskParameters } from '@pejling/addresses/words'
import type { DeskView } from '@pejling/domain/desk/views'
import { shortQuery } from '@pejling/domain/text/short-query'
import type { Text } from '@pejling/domain/text'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { SignedIn } from '../../accounts/sessions.ts'
import { reaches } from '../../db/actor.ts'
import { undoChangeSets } from '../../workspace/undo.ts'
import { mayEdit, type Door } from './door.ts'
import { mayReadClosed } from '../../workspace/meetings/meetings.ts'
import { readHistory } from '../history.ts'
import { fieldsOf, localeOf } from './request.ts'

/** What was changed, and undoing it. */
export function registerHistory({ db, route, show }: Door): void {
  const history = (request: FastifyRequest, who: SignedIn, problem: Text | null): DeskView => {
    const query = fieldsOf(request.query)
    const before = z.coerce.number().int().positive().nullable().catch(null).parse(query(deskParameters.before))
    const search = shortQuery(query(deskParameters.search))
    const isWhole = reaches(who.actor, 'administrator')
    // Whose account an id is, is for administrators to know.
    const account = isWhole ? query(deskParameters.account) : ''
    const found = readHistory(db, { before, search, account, isWhole, seesClosed: mayReadClosed(who.actor) })
    return { page: 'history', ...found, search, account, mayUndo: mayEdit(who), problem }
  }
  route('GET', deskPages.history, (request, reply, who) => show(request, reply, history(request, who, null), who))
  route('POST', deskPages.history, (request, reply, who) => {
    const { undo } = z.object({ undo: z.union([z.string(), z.array(z.string())]).catch('0') }).parse(request.body ?? {})
    const numbers = z.array(z.coerce.number().int()).catch([0]).parse([undo].flat())
    const problem = undoChangeSets(db, who.actor, numbers)
    if (problem) return show(request, reply, history(request, who, problem), who, 409)
    return reply.redirect(deskPath(localeOf(request), 'history'), 303)
  })
}
