import { deskPages, deskParameters } from '@pejling/addresses/words'
import { danishDay } from '@pejling/domain/period/danish-day'
import type { DeskView } from '@pejling/domain/desk/views'
import { z } from 'zod'
import { listSignIns } from '../../accounts/sign-in-record.ts'
import { lastTokenDay, listTokens } from '../../accounts/tokens.ts'
import { listPeople } from '../../accounts/users.ts'
import type { SignedIn } from '../../accounts/sessions.ts'
import { needsApproval, stopAskedBy } from '../../releases/approval.ts'
import { listIndicators } from '../../workspace/definitions.ts'
import { changePeople } from '../people.ts'
import type { Door } from './door.ts'
import { fieldsOf, listsOf } from './request.ts'

/** Who else may come in, and the record of who did. */
export function registerPeople({ db, site, provider, route, show }: Door): void {
  type People = Extract<DeskView, { page: 'people' }>
  const people = (who: SignedIn, secret: People['secret'], problem: People['problem']): DeskView => ({
    page: 'people',
    people: listPeople(db),
    tokens: listTokens(db),
    indicators: listIndicators(db).map(({ slug, name }) => ({ slug, name })),
    lastTokenDay: lastTokenDay(danishDay(db.clock())),
    provider: provider?.settings.name ?? null,
    secret,
    problem,
    today: danishDay(db.clock()),
    needsApproval: needsApproval(db),
    stopAskedBy: stopAskedBy(db, who.account),
  })
  route('GET', deskPages.people, (request, reply, who) => show(request, reply, people(who, null, null), who))
  route('POST', deskPages.people, (request, reply, who) => {
    // A secret is shown once, in the answer itself; nothing keeps it.
    const result = changePeople(db, who, {
      text: fieldsOf(request.body),
      lists: listsOf(request.body),
      from: request.ip,
      url: site.url,
    })
    return show(request, reply, people(who, result.secret, result.problem), who, result.problem === null ? 200 : 400)
  })
  route('GET', deskPages.signIns, (request, reply, who) => {
    const before = z.coerce
      .number()
      .int()
      .positive()
      .nullable()
      .catch(null)
      .parse(fieldsOf(request.query)(deskParameters.before))
    return show(request, reply, { page: 'sign-ins', ...listSignIns(db, { account: null, before }) }, who)
  })
}
