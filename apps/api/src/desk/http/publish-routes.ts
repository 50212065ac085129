import { hashOfStyles } from '../../public/page-renderer.ts'
import type { DeskView } from '@pejling/domain/desk/views'
import { danishTime } from '@pejling/domain/release/planned'
import { asMeant, plainProfile } from '@pejling/domain/profile/profile'
import { Text } from '@pejling/domain/text/text'
import { z } from 'zod'
import type { SignedIn } from '../../accounts/sessions.ts'
import { reaches } from '../../db/actor.ts'
import {
  decidePlanned,
  digestOf,
  listPlanned,
  needsApproval,
  planRelease,
  publishDue,
  seenNow,
} from '../../releases/planned.ts'
import { previewPublication } from '../../releases/preview.ts'
import { publish } from '../../releases/publish.ts'
import { getIndicator, getProfile } from '../../workspace/definitions.ts'
import type { Door } from './door.ts'
import { fieldsOf, localeOf, toRelease, prefixOf } from './request.ts'
import { isShown, renderSide } from '../side-by-side.ts'

/** The indicators ticked in a form, or `null` where it was no form for choosing. */
function chosenIn(given: unknown): readonly string[] | null {
  const form = z.object({ valg: z.literal('1'), kun: z.union([z.string(), z.array(z.string())]).default([]) })
  const read = form.safeParse(given)
  return read.success ? [read.data.kun].flat() : null
}

/** Looking at what would change, publishing it, now or later, and pages before and after. */
export function registerPublishing({ db, jobs, renderer, site, route, show, noSuchThing, onPublished }: Door): void {
  const Compared = z.object({ kind: z.enum(['indikator', 'maal']), key: z.string().regex(/^[a-z0-9.-]+$/) })
  route('GET', '/admin/se/:kind/:key', (request, reply, who) => {
    const compared = Compared.safeParse(request.params)
    if (!compared.success || !isShown(db, compared.data.kind, compared.data.key))
      return noSuchThing(request, reply, who)
    return show(request, reply, { page: 'side-by-side', of: `${compared.data.kind}/${compared.data.key}` }, who)
  })
  route('GET', '/admin/se/:kind/:key/:side', async (request, reply, who) => {
    const compared = Compared.extend({ side: z.enum(['foer', 'efter']) }).safeParse(request.params)
    if (!compared.success) return noSuchThing(request, reply, who)
    const { html, styles } = renderSide(
      db,
      await renderer.pages(),
      { ...compared.data, locale: localeOf(request) },
      site,
    )
    // Looked at inside a page of the desk, and without its script: that would fetch what is published.
    const allowed = styles.map((text) => `'sha256-${hashOfStyles(text)}'`).join(' ')
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header(
        'content-security-policy',
        `default-src 'none'; style-src 'self' ${allowed}; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
      )
      .send(html)
  })

  const review = (
    who: SignedIn,
    only: readonly string[] | null,
    given: Extract<DeskView, { page: 'publish' }>['given'],
    problem: Extract<DeskView, { page: 'publish' }>['problem'],
  ) => {
    const everything = previewPublication(db)
    const choices = (everything?.indicators ?? []).map(({ indicator, name }) => ({
      slug: indicator,
      name,
      chosen: only === null || only.includes(indicator),
    }))
    const chosen = choices.filter((one) => one.chosen).map(({ slug }) => slug)
    const changes = chosen.length === choices.length ? everything : previewPublication(db, chosen)
    return {
      page: 'publish',
      changes,
      seen: digestOf(changes),
      choices,
      mayPublish: reaches(who.actor, 'publisher'),
      needsApproval: needsApproval(db),
      planned: listPlanned(db)
        .filter(({ state }) => state === 'waiting' || state === 'outdated')
        .slice(0, 10)
        .map((one) => ({
          ...one,
          own: one.plannedBy.email === who.email,
          isCurrent: one.state === 'waiting' && seenNow(db, one.indicators) === one.seen,
        })),
      problem,
      given,
    } as const
  }
  const nothing = { titleDa: '', titleEn: '', noteDa: '', noteEn: '', publishAt: '' }
  route('GET', '/admin/udgiv', (request, reply, who) =>
    show(request, reply, review(who, chosenIn(request.query), nothing, null), who),
  )
  route('POST', '/admin/udgiv', (request, reply, who) => {
    const text = fieldsOf(request.body)
    const given = {
      titleDa: text('titleDa'),
      titleEn: text('titleEn'),
      noteDa: text('noteDa'),
      noteEn: text('noteEn'),
      publishAt: text('publishAt'),
    }
    const only = chosenIn(request.body)
    const profile = getProfile(db) ?? plainProfile
    const title = Text.safeParse(asMeant({ da: given.titleDa, en: given.titleEn }, profile))
    const hasNote = given.noteDa.trim() !== '' || given.noteEn.trim() !== ''
    const note = hasNote ? Text.safeParse(asMeant({ da: given.noteDa, en: given.noteEn }, profile)) : null
    if (!title.success || note?.success === false)
      return show(request, reply, review(who, only, given, 'title'), who, 400)
    const indicators = only?.filter((slug) => getIndicator(db, slug) !== null) ?? 'all'
    const publishAt = given.publishAt === '' ? null : danishTime(given.publishAt)
    if (given.publishAt !== '' && (publishAt === null || publishAt <= db.clock())) {
      return show(request, reply, review(who, only, given, 'time'), who, 400)
    }
    // Somebody has published or written something since: what the review said is no longer what would happen.
    if (text('seen') !== seenNow(db, indicators)) {
      return show(request, reply, review(who, only, given, 'changed'), who, 409)
    }
    const publication = { title: title.data, note: note?.data ?? null, indicators } as const
    if (publishAt !== null || needsApproval(db)) {
      planRelease(db, who, { ...publication, seen: text('seen'), publishAt })
      return reply.redirect(`${prefixOf(request)}/admin/udgiv`, 303)
    }
    const published = publish(db, who.actor, publication)
    onPublished()
    return toRelease(request, reply, published?.number ?? null)
  })

  /** Makes what has just become due by being approved. What becomes due by the clock is made by the timetable. */
  const makeDue = (): number | null => {
    if (jobs.isWriting()) return null
    const made = publishDue(db)
    if (made.length > 0) onPublished()
    return made.at(-1)?.number ?? null
  }
  route('POST', '/admin/planlagt', (request, reply, who) => {
    const text = fieldsOf(request.body)
    const number = z.coerce.number().int().catch(0).parse(text('number'))
    const decision = z.enum(['approve', 'cancel']).catch('cancel').parse(text('decision'))
    const problem = decidePlanned(db, who, number, decision)
    if (problem !== null) return show(request, reply, review(who, null, nothing, problem), who, 409)
    return toRelease(request, reply, makeDue())
  })
}
