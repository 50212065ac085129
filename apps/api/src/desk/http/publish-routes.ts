import { deskPath } from '@pejling/addresses/desk'
import { comparedKinds, comparedSides, deskPages, deskParameters } from '@pejling/addresses/words'
import { z } from 'zod'
import { retryWhileBusy } from '../../db/retry-while-busy.ts'
import { policyHeaders } from '../../http/security-headers.ts'
import { decidePlanned, publishDue } from '../../releases/planned.ts'
import { changePublishing, readPublishing } from '../publishing.ts'
import { isShown, renderSide } from '../side-by-side.ts'
import type { Door } from './door.ts'
import { fieldsOf, localeOf, toRelease } from './request.ts'

/** The indicators ticked in a form, or `null` where it was no form for choosing. */
function chosenIn(given: unknown): readonly string[] | null {
  const { chosen, only } = deskParameters
  const form = z.object({ [chosen]: z.literal('1'), [only]: z.union([z.string(), z.array(z.string())]).default([]) })
  const read = form.safeParse(given)
  return read.success ? [read.data[only] ?? []].flat() : null
}

/** Looking at what would change, publishing it, now or later, and pages before and after. */
export function registerPublishing({
  app,
  db,
  jobs,
  renderer,
  site,
  route,
  show,
  noSuchThing,
  onPublished,
}: Door): void {
  const kinds = { [comparedKinds.indicator]: 'indicator', [comparedKinds.goal]: 'goal' } as const
  const sides = { [comparedSides.before]: 'before', [comparedSides.after]: 'after' } as const
  const Compared = z.object({
    kind: z.enum(Object.values(comparedKinds)).transform((word) => kinds[word]),
    key: z.string().regex(/^[a-z0-9.-]+$/),
  })
  route('GET', deskPages.compare, (request, reply, who) => {
    const compared = Compared.safeParse(request.params)
    if (!compared.success || !isShown(db, compared.data.kind, compared.data.key))
      return noSuchThing(request, reply, who)
    return show(request, reply, { page: 'side-by-side', ...compared.data }, who)
  })
  route('GET', deskPages.compareSide, async (request, reply, who) => {
    const compared = Compared.extend({
      side: z.enum(Object.values(comparedSides)).transform((word) => sides[word]),
    }).safeParse(request.params)
    if (!compared.success) return noSuchThing(request, reply, who)
    const { html, styles } = renderSide(
      db,
      await renderer.pages(),
      { ...compared.data, locale: localeOf(request) },
      site,
    )
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .headers(Object.fromEntries(policyHeaders('compared', { styles })))
      .send(html)
  })

  route('GET', deskPages.publish, (request, reply, who) =>
    show(request, reply, readPublishing(db, who, chosenIn(request.query)), who),
  )
  route('POST', deskPages.publish, (request, reply, who) => {
    const result = changePublishing(db, who, chosenIn(request.body), fieldsOf(request.body))
    if (result === 'planned') return reply.redirect(deskPath(localeOf(request), 'publish'), 303)
    if ('view' in result) {
      const { problem } = result.view
      return show(request, reply, result.view, who, problem === null ? 200 : problem === 'changed' ? 409 : 400)
    }
    onPublished()
    return toRelease(request, reply, result.release)
  })

  /** Makes what has just become due by being approved, and logs what could not come out. The timetable makes what becomes due by the clock. */
  const makeDue = (): number | null => {
    if (jobs.isWriting()) return null
    const { made, outdated } = publishDue(db)
    for (const { number, problem } of outdated) {
      app.log.warn({ planned: number, problem }, 'a planned release could not come out as it was planned')
    }
    if (made.length > 0) onPublished()
    return made.at(-1)?.number ?? null
  }
  route('POST', deskPages.planned, async (request, reply, who) => {
    const text = fieldsOf(request.body)
    const number = z.coerce.number().int().catch(0).parse(text('number'))
    const decision = z.enum(['approve', 'cancel']).catch('cancel').parse(text('decision'))
    const problem = decidePlanned(db, who, number, decision)
    if (problem !== null) return show(request, reply, readPublishing(db, who, null, { problem }), who, 409)
    // What was decided stands; only what follows from it is tried again.
    return toRelease(request, reply, await retryWhileBusy(makeDue))
  })
}
