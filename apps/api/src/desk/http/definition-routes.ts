import type { Locale } from '@pejling/domain/text'
import { deskPath, deskQuery } from '@pejling/addresses/desk'
import { deskPages, deskParameters } from '@pejling/addresses/words'
import { editedKinds, type EditedKind } from '@pejling/domain/desk/views'
import { z } from 'zod'
import { isCommitteeKind } from '../committee.ts'
import { changeEdited, changeLogo, readDefinitions, readEdited, type EditStep } from '../definitions.ts'
import { largestPicture } from './body-limits.ts'
import { retryWhileBusy } from '../../db/retry-while-busy.ts'
import { mayEdit, type Door } from './door.ts'
import { fieldsOf, localeOf } from './request.ts'

/** What is made new under the policies. */
const setUp: ReadonlySet<EditedKind> = new Set<EditedKind>([
  'ny-indikator',
  'nyt-maal',
  'ny-politik',
  'nyt-fokusomraade',
])

/** Where a thing stands among others of its kind; `null`: on its own. */
function placeAmong(kind: EditedKind, key: string, locale: Locale): string | null {
  if (setUp.has(kind)) return deskPath(locale, 'definitions')
  if (kind === 'punkt' || kind === 'nyt-punkt') return deskPath(locale, 'meeting', { slug: key.split('.')[0] ?? '' })
  return isCommitteeKind(kind) ? deskPath(locale, 'committee') : null
}

/** The policies and what is under them. */
export function registerDefinitions({ db, route, show, noSuchThing }: Door): void {
  const Edited = z.object({ kind: z.enum(editedKinds), key: z.string() })
  route('GET', deskPages.definitions, (request, reply, who) =>
    show(request, reply, readDefinitions(db, mayEdit(who)), who),
  )
  route('POST', deskPages.logo, async (request, reply, who) => {
    const part = request.isMultipart() ? await request.file({ limits: { fileSize: largestPicture } }) : undefined
    const isRemoval = fieldsOf(request.body)('step') === 'remove'
    // A form without its file is a file with nothing in it, which is no logo.
    const sent = await part?.toBuffer().catch(() => Buffer.alloc(largestPicture))
    const bytes = isRemoval ? null : (sent ?? Buffer.alloc(0))
    const problem = await retryWhileBusy(() => changeLogo(db, who.actor, bytes))
    if (problem === null) return reply.redirect(deskPath(localeOf(request), 'definitions'), 303)
    return show(request, reply, readDefinitions(db, true, problem), who, 400)
  })
  route('GET', deskPages.edit, (request, reply, who) => {
    const edited = Edited.safeParse(request.params)
    const saved = fieldsOf(request.query)(deskParameters.saved) !== ''
    const about = { locale: localeOf(request), mayWrite: mayEdit(who), saved }
    const view = edited.success ? readEdited(db, edited.data, about) : null
    return view ? show(request, reply, view, who) : noSuchThing(request, reply, who)
  })
  route('POST', deskPages.edit, (request, reply, who) => {
    const edited = Edited.safeParse(request.params)
    if (!edited.success) return noSuchThing(request, reply, who)
    const typed = fieldsOf(request.body)
    // What no button says is only looked at.
    const step = z.enum(['check', 'save', 'remove']).catch('check').parse(typed('step')) satisfies EditStep
    const result = changeEdited(db, who.actor, edited.data, { typed, locale: localeOf(request), step })
    if (result === null) return noSuchThing(request, reply, who)
    if (result !== 'done') return show(request, reply, result, who, result.problem === null ? 200 : 400)
    const { kind, key } = edited.data
    // What is new, or is no more, stands or stood among others.
    const among = placeAmong(kind, key, localeOf(request))
    if (among !== null && (step === 'remove' || kind.startsWith('ny'))) {
      return reply.redirect(among, 303)
    }
    return reply.redirect(deskPath(localeOf(request), 'edit', { kind, key }) + deskQuery([['saved', '1']]), 303)
  })
}
