import { deskPath, deskQuery } from '@pejling/addresses/desk'
import { deskPages, deskParameters } from '@pejling/addresses/words'
import { z } from 'zod'
import { openReleaseStore } from '../../releases/release-store.ts'
import { getIndicator } from '../../workspace/definitions.ts'
import { mayWriteFigures } from '../../workspace/data-providers.ts'
import type { Door } from './door.ts'
import { readFigures, saveFigures } from '../figures.ts'
import { fieldsOf, localeOf, toRelease } from './request.ts'
import { changeWithdrawing, readWithdrawing } from '../withdrawing.ts'

/** How many footnotes a sheet may have. */
const mostNotes = 500

/** The sheet of figures, and withdrawing one from what is published. */
export function registerFigures({ db, route, show, noSuchThing, onPublished }: Door): void {
  route('GET', deskPages.figures, (request, reply, who) => {
    const { slug } = z.object({ slug: z.string() }).parse(request.params)
    const query = fieldsOf(request.query)
    const view = readFigures(db, slug, {
      locale: localeOf(request),
      mayWrite: mayWriteFigures(db, who, slug),
      saved: query(deskParameters.saved) !== '',
      period: query(deskParameters.period).trim(),
    })
    return view ? show(request, reply, view, who) : noSuchThing(request, reply, who)
  })
  route('POST', deskPages.figures, (request, reply, who) => {
    const { slug } = z.object({ slug: z.string() }).parse(request.params)
    if (!getIndicator(db, slug)) return noSuchThing(request, reply, who)
    if (!mayWriteFigures(db, who, slug)) {
      return show(request, reply, { page: 'problem', problem: 'not-allowed' }, who, 403)
    }
    const text = fieldsOf(request.body)
    const names = Object.keys(Object(request.body)).flatMap((name) => (name.startsWith('v|') ? [name.slice(2)] : []))
    const cells = new Map(names.map((name) => [name, { typed: text(`v|${name}`), before: text(`b|${name}`) }]))
    const locale = localeOf(request)
    const notes = Array.from({ length: mostNotes }, (_, index) => ({
      cell: text(`n${index}`),
      da: text(`n${index}.da`),
      en: text(`n${index}.en`),
      before: text(`n${index}.before`),
    })).filter(({ cell, da, en }) => cell !== '' || da !== '' || en !== '')
    const view = saveFigures(db, who, slug, { cells, notes, reason: text('reason'), locale })
    if (view) return show(request, reply, view, who, 400)
    return reply.redirect(deskPath(localeOf(request), 'figures', { slug }) + deskQuery([['saved', '1']]), 303)
  })

  route('GET', deskPages.withdraw, (request, reply, who) => {
    const { slug } = z.object({ slug: z.string() }).parse(request.params)
    const given = { figure: '', reasonDa: '', reasonEn: '' }
    const view = readWithdrawing(db, slug, { given, telling: null, problem: null })
    return view ? show(request, reply, view, who) : noSuchThing(request, reply, who)
  })
  route('POST', deskPages.withdraw, (request, reply, who) => {
    const { slug } = z.object({ slug: z.string() }).parse(request.params)
    const result = changeWithdrawing(db, who, slug, fieldsOf(request.body))
    if (result === null) return noSuchThing(request, reply, who)
    if (result === 'planned') return reply.redirect(deskPath(localeOf(request), 'publish'), 303)
    if (result !== 'withdrawn') return show(request, reply, result, who, result.problem === null ? 200 : 400)
    onPublished()
    return toRelease(request, reply, openReleaseStore(db).latestNumber())
  })
}
