import formbody from '@fastify/formbody'
import { answerPath } from '@pejling/addresses/answer'
import { answerPage as pattern, languagePrefix } from '@pejling/addresses/words'
import { localeOfPath } from '@pejling/addresses/language'
import { Locale } from '@pejling/domain/text'
import { readNumber } from '@pejling/domain/unit/read-number'
import { FigureInput } from '@pejling/domain/workspace/observations'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { retryWhileBusy } from '../db/retry-while-busy.ts'
import { Problem } from '../http/problem.ts'
import { policyHeaders } from '../http/security-headers.ts'
import type { WorkspaceParts } from '../workspace-http/parts.ts'
import { patchFigures } from '../workspace/observations/write-figures.ts'
import { answerPage, endedPage, type AnswerProblem, type Typed } from './answer-page.ts'
import { answerStyles } from './answer-styles.ts'
import { readAskedFigure, type AskedFigure } from './asked-figure.ts'

/** The largest form, in bytes. */
const bodyLimit = 20_000

const Params = z.object({ key: z.string().max(100).catch('') })
const Form = z.object({
  value: z.string().max(100).catch(''),
  remark: z.string().max(2000).catch(''),
  before: z.string().max(100).catch(''),
})

const send = (reply: FastifyReply, status: number, html: string): FastifyReply =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .headers(Object.fromEntries(policyHeaders('page', { styles: [answerStyles] })))
    .send(html)

/** One figure, sent by a link without signing in. */
export async function registerAnswers(app: FastifyInstance, parts: WorkspaceParts): Promise<void> {
  const { db, guesses, site } = parts
  await app.register(formbody)

  /** What the link opens; where it opens nothing, that has been answered. Trying many is slowed down as guessing is. */
  const openLink = (request: FastifyRequest, reply: FastifyReply) => {
    const { key } = Params.parse(request.params)
    const locale = localeOfPath(request.url)
    const other = answerPath(locale === 'da' ? 'en' : 'da', key)
    const asked = readAskedFigure(db, key)
    const page = (of: AskedFigure, typed: Typed | null): string =>
      answerPage(of, locale, { address: new URL(answerPath(locale, key), site.url).href, other, typed })
    const refuse = (): FastifyReply => {
      const tried = guesses.begin({ account: 'answer links', from: request.ip, known: null })
      if (tried.kind === 'wait') reply.header('retry-after', tried.seconds)
      return send(reply, tried.kind === 'wait' ? 429 : 404, endedPage(locale, other))
    }
    return { asked, locale, key, page, refuse }
  }

  /** Writes the figure; answers what is wrong with it. */
  const take = (asked: AskedFigure, locale: Locale, form: z.output<typeof Form>): Promise<AnswerProblem | null> => {
    const value = readNumber(form.value.trim(), locale === 'da' ? ',' : '.')
    if (typeof value === 'string') return Promise.resolve('noNumber')
    if (form.before !== String(asked.figure?.value ?? '')) return Promise.resolve('meanwhile')
    const { indicator, period, who } = asked
    const figure = FigureInput.parse({ area: indicator.area, period, value })
    return retryWhileBusy(() => {
      try {
        const reason = form.remark.trim()
        patchFigures(db, who, indicator.slug, { reason, allowFuture: false, deleted: [], observations: [figure] })
        return null
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        return { detail: (error.errors[0] ?? error).detail[locale] }
      }
    })
  }

  for (const locale of Locale.options) {
    const url = languagePrefix[locale] + pattern
    app.get(url, (request, reply) => {
      const { asked, page, refuse } = openLink(request, reply)
      return asked ? send(reply, 200, page(asked, null)) : refuse()
    })
    app.post(url, { bodyLimit }, async (request, reply) => {
      const { asked, key, page, refuse } = openLink(request, reply)
      if (!asked || asked.isPublished) return asked ? send(reply, 409, page(asked, null)) : refuse()
      const form = Form.parse(request.body)
      const problem = await take(asked, locale, form)
      if (problem === null) return reply.redirect(answerPath(locale, key), 303)
      return send(reply, 422, page(asked, { value: form.value, remark: form.remark, problem }))
    })
  }
}
