import { type Scope, scopeRules, scopes } from '@pejling/domain/scope'
import { Me } from '@pejling/domain/workspace/me'
import { z } from 'zod'
import { isLinkable } from '../../accounts/sessions.ts'
import { reaches } from '../../db/actor.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import type { Caller } from '../../workspace-http/door.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { listIndicators } from '../definitions.ts'
import { mayWriteFigures } from '../data-providers.ts'

/** What a person may do is what the scopes their role reaches open. */
const mayDo = ({ actor, scopes: chosen }: Caller): Scope[] =>
  scopes.filter((scope) => (chosen === null ? reaches(actor, scopeRules[scope].needs) : chosen.includes(scope)))

/** Who asks, and what they may do. */
export function addMeRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/me',
    operationId: 'getMe',
    summary: 'Who asks, and what they may do',
    description: 'The account or token a request is sent with.',
    tag: 'me',
    access: { known: true },
    params: z.strictObject({}),
    query: z.strictObject({}),
    body: noContent,
    answers: { 200: { description: 'Who asks', schema: Me } },
    example: {
      answer: {
        name: 'Bente Bentsen',
        email: 'bente@example.dk',
        role: 'editor',
        isProgram: false,
        scopes: ['figures:read', 'figures:write'],
        indicators: null,
        linkTo: null,
        keeps: ['valgdeltagelse-kv'],
      },
    },
    handler: ({ db, parts, who }) => {
      const may = mayDo(who)
      const written = may.includes('figures:write')
        ? listIndicators(db).filter(
            ({ slug }) => mayWriteFigures(db, who, slug) && (who.indicators?.includes(slug) ?? true),
          )
        : []
      return {
        body: {
          name: who.actor.name,
          email: who.email,
          role: who.actor.role,
          isProgram: who.scopes !== null,
          scopes: may,
          indicators: who.indicators,
          linkTo: who.scopes === null && isLinkable(db, who) ? (parts.provider?.settings.name ?? null) : null,
          keeps: written.map(({ slug }) => slug),
        },
      }
    },
  })
}
