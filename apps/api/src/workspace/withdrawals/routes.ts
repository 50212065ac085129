import { Withdrawal } from '@pejling/domain/release/withdrawal'
import { pageSchema, type DryRun } from '@pejling/domain/workspace/answers'
import {
  FigureTelling,
  WithdrawableFigure,
  WithdrawalInput,
  WithdrawalResult,
} from '@pejling/domain/workspace/releases'
import { z } from 'zod'
import { pageOf, pageParameters } from '../../http/pages.ts'
import { Problem } from '../../http/problem.ts'
import { slugParameter } from '../../http/several.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { needsApproval } from '../../releases/approval.ts'
import { findMentions } from '../../releases/mentions.ts'
import { askToWithdraw } from '../../releases/planned.ts'
import { previewWithdrawal } from '../../releases/preview-withdrawal.ts'
import { figuresInReleases } from '../../releases/published-figures.ts'
import { openReleaseStore } from '../../releases/release-store.ts'
import { countShowing, NothingToWithdrawError } from '../../releases/withdraw.ts'
import { plannedView } from '../releases/routes.ts'

const none = z.strictObject({})
const tag = 'withdrawals'
const indicator = slugParameter('The indicator the figure is of', 'valgdeltagelse-kv')
const period = z
  .string()
  .min(4)
  .max(10)
  .meta({ description: 'The period of the figure', examples: ['2024'] })

const withdrawn = {
  number: 1,
  withdrawnAt: '2026-11-30T09:12:00.000Z',
  indicator: 'hoeringssvar',
  series: '217',
  period: '2026',
  reason: { da: 'Tallet fortalte om enkeltpersoner.', en: 'The figure disclosed single persons.' },
  documents: [],
}

/** Published figures that must not stand: which there are, where each is told, and withdrawing one from every release. */
export function addWithdrawalRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/withdrawals',
    operationId: 'listWithdrawals',
    summary: 'Figures that have been withdrawn, newest first',
    description: 'What each was of, why it is gone, and the documents it was taken out of.',
    tag,
    access: { scope: 'definitions:read' },
    params: none,
    query: z.strictObject(pageParameters),
    body: noContent,
    answers: { 200: { description: 'A page of withdrawals', schema: pageSchema(Withdrawal) } },
    example: { answer: { items: [withdrawn], total: 1, next: null } },
    handler: ({ db, query }) => ({
      page: pageOf(openReleaseStore(db).withdrawals(), ({ number }) => [-number], query),
    }),
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/withdrawals/figures',
    operationId: 'listWithdrawableFigures',
    summary: 'The figures of an indicator that any release tells',
    description: 'Those of the newest release first, then what only older ones tell.',
    tag,
    access: { scope: 'publish' },
    params: none,
    query: z.strictObject({ indicator, ...pageParameters }),
    body: noContent,
    answers: { 200: { description: 'A page of figures', schema: pageSchema(WithdrawableFigure) } },
    problems: { 404: 'Nothing of the indicator has ever been published' },
    example: {},
    handler: ({ db, query: { indicator: slug, ...page } }) => {
      const published = figuresInReleases(db, slug)
      if (!published) {
        throw new Problem('not-found', {
          da: `Der er aldrig udgivet tal for "${slug}".`,
          en: `No figures of "${slug}" have ever been published.`,
        })
      }
      const figures = published.figures.map(({ isCurrent, said, ...one }, at) => ({
        at,
        figure: { ...one, said: [...said], current: isCurrent },
      }))
      const found = pageOf(figures, ({ at }) => [at], page)
      return { page: { ...found, items: found.items.map(({ figure }) => figure) } }
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/withdrawals/telling',
    operationId: 'findFigureInReleases',
    summary: 'Where a published figure stands',
    description:
      'In how many published documents it stands, and where else it is said in words that people typed: those do not go away with it.',
    tag,
    access: { scope: 'publish' },
    params: none,
    query: z.strictObject({
      indicator,
      series: z
        .string()
        .min(1)
        .max(400)
        .meta({ description: 'The series of the figure', examples: ['217'] }),
      period,
    }),
    body: noContent,
    answers: { 200: { description: 'Where it stands', schema: FigureTelling } },
    example: { answer: { documents: 4, mentions: [] } },
    handler: ({ db, query }) => ({
      body: {
        documents: countShowing(db, query),
        mentions: findMentions(db, query).map(({ isPublished, found, ...one }) => ({
          ...one,
          found: [...found],
          published: isPublished,
        })),
      },
    }),
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/withdrawals',
    operationId: 'withdrawFigure',
    dryRun: 'own',
    summary: 'Withdraw a published figure from every release',
    description:
      'Takes the figure, and what was said because of it, out of every document of every release, puts the reason in its place, empties it in the workspace and publishes that as a release of its own. Where releases take two people it waits for the other one (202).',
    tag,
    access: { scope: 'publish' },
    params: none,
    query: none,
    body: WithdrawalInput,
    answers: {
      201: { description: 'It has been withdrawn', schema: WithdrawalResult },
      202: { description: 'It waits for another person’s approval', schema: WithdrawalResult },
    },
    problems: { 404: 'No release has the figure' },
    example: {
      body: {
        indicator: 'valgdeltagelse-kv',
        series: '217',
        period: '2025-11-18',
        reason: { da: 'Tallet fortalte om enkeltpersoner.', en: 'The figure disclosed single persons.' },
      },
    },
    handler: ({ db, parts, who, body, dryRun }) => {
      try {
        if (dryRun) {
          const preview = previewWithdrawal(db, body)
          const status = needsApproval(db) ? 202 : 201
          return { body: { dryRun: true, status, answer: null, preview } satisfies DryRun }
        }
        const planned = askToWithdraw(db, who, body)
        if (planned !== null) {
          const view = plannedView(db, who, planned)
          return {
            status: 202,
            body: { withdrawal: null, planned: view },
            location: `/releases/planned/${view.number}`,
          }
        }
      } catch (error) {
        if (!(error instanceof NothingToWithdrawError)) throw error
        throw new Problem('not-found', {
          da: 'Ingen udgivelse har det tal. Se /withdrawals/figures.',
          en: 'No release has that figure. See /withdrawals/figures.',
        })
      }
      parts.onPublished()
      const [withdrawal = null] = openReleaseStore(db).withdrawals()
      return { status: 201, body: { withdrawal, planned: null } }
    },
  })
}
