import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { SignedIn } from '../../accounts/sessions.ts'
import { connect, disconnect, readConnecting, type ConnectionRequest } from '../connecting.ts'
import { renew } from '../../sources/renew.ts'
import { mayEdit, type Door } from './door.ts'
import { fieldsOf, listsOf, localeOf, prefixOf } from './request.ts'

const Slug = z.object({ slug: z.string() })
const Done = z.enum(['saved', 'fetched', 'removed']).nullable().catch(null)

const requestOf = (request: FastifyRequest, who: SignedIn): ConnectionRequest => {
  const query = fieldsOf(request.query)
  return {
    slug: Slug.parse(request.params).slug,
    source: query('kilde').slice(0, 80),
    words: query('soeg').trim().slice(0, 200),
    table: query('tabel').slice(0, 200),
    mayWrite: mayEdit(who),
    done: Done.parse(query('gjort')),
  }
}

/** Where an indicator's figures come from: connecting it to somebody else's table, and fetching. */
export function registerConnections({ db, sources, route, show, noSuchThing }: Door): void {
  route('GET', '/admin/kilde/:slug', async (request, reply, who) => {
    const view = await readConnecting(db, sources, requestOf(request, who))
    return view ? show(request, reply, view, who, view.problem === null ? 200 : 502) : noSuchThing(request, reply, who)
  })
  route('POST', '/admin/kilde/:slug', async (request, reply, who) => {
    const about = requestOf(request, who)
    const typed = { text: fieldsOf(request.body), list: listsOf(request.body) }
    const back = (done: string) => reply.redirect(`${prefixOf(request)}/admin/kilde/${about.slug}?gjort=${done}`, 303)
    // What no button says is only looked at.
    const step = z.enum(['check', 'save', 'fetch', 'remove']).catch('check').parse(typed.text('step'))
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
