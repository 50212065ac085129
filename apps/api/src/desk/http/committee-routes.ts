import { deskPath } from '@pejling/addresses/desk'
import { deskPages } from '@pejling/addresses/words'
import type { FastifyRequest } from 'fastify'
import { Sharing } from '@pejling/domain/meeting/meeting'
import { z } from 'zod'
import type { SignedIn } from '../../accounts/sessions.ts'
import { reaches } from '../../db/actor.ts'
import { shareMeeting } from '../../releases/share-meeting.ts'
import { retryWhileBusy } from '../../db/retry-while-busy.ts'
import { createPlan } from '../../workspace/action-plans/action-plans.ts'
import { listFrameworks } from '../../workspace/definitions.ts'
import { addIdeas, readIdeaFile, type IdeaFile } from '../../workspace/ideas/idea-file.ts'
import { readCommittee, readMeeting, readNotes } from '../committee.ts'
import { largestIdeas } from './body-limits.ts'
import { mayEdit, type Door } from './door.ts'
import { fieldsOf, localeOf } from './request.ts'

const Slug = z.object({ slug: z.string() })
const slugIn = (request: FastifyRequest): string => Slug.parse(request.params).slug

const tooLarge: IdeaFile = {
  problems: [{ da: 'Filen er større end 5 MB.', en: 'The file is larger than 5 MB.' }],
}

/** What the committees work with: action plans, ideas and meetings. */
export function registerCommittee({ db, route, show, noSuchThing }: Door): void {
  const start = { imported: null, problems: [] } as const
  route('GET', deskPages.committee, (request, reply, who) =>
    show(request, reply, readCommittee(db, { mayWrite: mayEdit(who), ...start }), who),
  )
  route('POST', deskPages.committee, (request, reply, who) => {
    const framework = fieldsOf(request.body)('framework')
    if (!listFrameworks(db).some(({ slug }) => slug === framework)) return noSuchThing(request, reply, who)
    createPlan(db, who.actor, { framework, goesOn: true })
    return reply.redirect(deskPath(localeOf(request), 'committee'), 303)
  })
  route('POST', deskPages.ideas, async (request, reply, who) => {
    const part = request.isMultipart() ? await request.file({ limits: { fileSize: largestIdeas } }) : undefined
    const bytes = part ? await part.toBuffer().catch(() => null) : Buffer.alloc(0)
    const file = bytes === null ? tooLarge : await readIdeaFile(db, bytes)
    if ('problems' in file) {
      const { problems } = file
      return show(request, reply, readCommittee(db, { mayWrite: true, imported: null, problems }), who, 400)
    }
    const { added } = await retryWhileBusy(() => addIdeas(db, who.actor, file.ideas))
    return show(request, reply, readCommittee(db, { mayWrite: true, imported: added, problems: [] }), who)
  })

  const meeting = (slug: string, who: SignedIn) =>
    readMeeting(db, slug, { mayWrite: mayEdit(who), mayShare: reaches(who.actor, 'publisher') })
  route('GET', deskPages.meeting, (request, reply, who) => {
    const view = meeting(slugIn(request), who)
    return view ? show(request, reply, view, who) : noSuchThing(request, reply, who)
  })
  route('POST', deskPages.meeting, (request, reply, who) => {
    const text = fieldsOf(request.body)
    const newLink = text('sharing') === 'new-link'
    const sharing = Sharing.safeParse(newLink ? 'link' : text('sharing'))
    const lastDay = z.iso.date().nullable().catch(null).parse(text('lastDay'))
    if (!sharing.success || !shareMeeting(db, who.actor, slugIn(request), sharing.data, { newLink, lastDay })) {
      return noSuchThing(request, reply, who)
    }
    return reply.redirect(deskPath(localeOf(request), 'meeting', { slug: slugIn(request) }), 303)
  })
  route('GET', deskPages.notes, (request, reply, who) => {
    const view = readNotes(db, slugIn(request))
    return view ? show(request, reply, view, who) : noSuchThing(request, reply, who)
  })
}
