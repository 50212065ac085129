import { deskPath, deskQuery } from '@pejling/addresses/desk'
import { deskPages, deskParameters } from '@pejling/addresses/words'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { SignedIn } from '../../accounts/sessions.ts'
import { connect, disconnect, readConnecting, type ConnectionRequest } from '../connecting.ts'
import { decideTicked, mayDecide } from '../fetched-questions.ts'
import { renew } from '../../intake/sources/renew.ts'
import { mayEdit, type Door } from './door.ts'
import { fieldsOf, listsOf, localeOf } from './request.ts'

const Slug = z.object({ slug: z.string() })
/** What the buttons of the page ask for. */
const Step = z.enum(['check', 'save', 'fetch', 'remove', 'keep', 'take-out', 'zero', 'not-measured'])
const Done = z.enum(['saved', 'fetched', 'removed', 'decided']).nullable().catch(null)

const requestOf = (request: FastifyRequest, who: SignedIn): ConnectionRequest => {
  const query = fieldsOf(request.query)
  return {
    slug: Slug.parse(request.params).slug,
    source: query(deskParameters.source).slice(0, 80),
    words: query(deskParameters.search).trim().slice(0, 200),
    table: query(deskParameters.table).slice(0, 200),
    mayWrite: mayEdit(who),
    mayDecide: mayDecide(who.actor),
    done: Done.parse(query(deskParameters.done)),
  }
}

/** Where an indicator's figures come from: connecting it to another producer's table, and fetching. */
export function registerConnections({ db, sources, route, show, noSuchThing }: Door): void {
  route('GET', deskPages.connection, async (request, reply, who) => {
    const view = await readConnecting(db, sources, requestOf(request, who))
    return view ? show(request, reply, view, who, view.problem === null ? 200 : 502) : noSuchThing(request, reply, who)
  })
  route('POST', deskPages.connection, async (request, reply, who) => {
    const about = requestOf(request, who)
    const typed = { text: fieldsOf(request.body), list: listsOf(request.body) }
    const back = (done: string) =>
      reply.redirect(deskPath(localeOf(request), 'connection', { slug: about.slug }) + deskQuery([['done', done]]), 303)
    // What no button says is only looked at.
    const step = Step.catch('check').parse(typed.text('step'))
    if (step === 'keep' || step === 'take-out' || step === 'zero' || step === 'not-measured') {
      const answer = step === 'take-out' ? 'remove' : step
      const problem = decideTicked(db, who.actor, about.slug, typed.list('tal'), answer)
      if (problem === null) return back('decided')
      const view = await readConnecting(db, sources, about)
      return view ? show(request, reply, { ...view, problem }, who, 409) : noSuchThing(request, reply, who)
    }
    if (step === 'fetch') {
      await renew(db, who.actor, sources, about.slug)
      return back('fetched')
    }
    if (step === 'remove') {
      disconnect(db, who.actor, about.slug)
      return back('removed')
    }
    const result = await connect(db, who.actor, sources, about, { typed, step, locale: localeOf(request) })
    if (result === null) return noSuchThing(request, reply, who)
    if (result === 'saved') return back('saved')
    return show(request, reply, result, who, result.problem === null ? 200 : 400)
  })
}
