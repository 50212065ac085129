import { pageSchema } from '@pejling/domain/workspace/answers'
import { MadeToken, NewToken, WorkspaceToken } from '@pejling/domain/workspace/people'
import { z } from 'zod'
import { pageOf, pageParameters } from '../../http/pages.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { requireProof } from '../proof.ts'
import { getToken, listWorkspaceTokens, makeToken, revokeWorkspaceToken } from './tokens.ts'

const tag = 'tokens'
const params = z.strictObject({
  token: z
    .string()
    .min(1)
    .max(80)
    .meta({ description: 'The name of the token', examples: ['Skolesystemet'] }),
})
const none = z.strictObject({})
const access = { people: 'administrator' } as const
const problems = { 403: 'The rights do not reach; `proof-required`: prove first who you are, at `/proof`' }

const exampleNew = {
  name: 'Skolesystemet',
  email: 'ida@example.dk',
  expiresOn: '2027-06-30',
  scopes: ['figures:read', 'figures:write'],
  indicators: ['elevraad-aktive'],
}
const example = { ...exampleNew, createdAt: '2026-11-30T08:00:00.000Z', lastUsedAt: null }

/** Tokens of programs: for administrators, never for a token itself. */
export function addTokenRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/tokens',
    operationId: 'listTokens',
    summary: 'Tokens of programs',
    description: 'The tokens that have not ended, by name; never their secrets.',
    tag,
    access,
    params: none,
    query: z.strictObject(pageParameters),
    body: noContent,
    answers: { 200: { description: 'A page of tokens', schema: pageSchema(WorkspaceToken) } },
    example: { answer: { items: [example], total: 1, next: null } },
    handler: ({ db, query }) => ({ page: pageOf(listWorkspaceTokens(db), ({ name }) => [name], query) }),
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/tokens',
    operationId: 'makeToken',
    summary: 'Make a token',
    description: 'Its secret is shown once, in this answer; nothing keeps it.',
    tag,
    access,
    problems,
    isSecret: true,
    params: none,
    query: none,
    body: NewToken,
    answers: { 201: { description: 'The token with its secret', schema: MadeToken } },
    example: { body: exampleNew, answer: { token: example, secret: 'pejling_…' } },
    handler: ({ db, body, who }) => {
      requireProof(db, who)
      const made = makeToken(db, who.actor, body)
      return { status: 201, body: made, stands: made.token, location: `/tokens/${encodeURIComponent(made.token.name)}` }
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/tokens/:token',
    operationId: 'getToken',
    summary: 'A token',
    description: 'What it opens, until when, and when it was last used.',
    tag,
    access,
    params,
    query: none,
    body: noContent,
    answers: { 200: { description: 'The token', schema: WorkspaceToken } },
    example: { answer: example },
    handler: ({ db, params: { token } }) => ({ body: getToken(db, token) }),
  })
  addWorkspaceRoute(to, {
    method: 'DELETE',
    url: '/tokens/:token',
    operationId: 'revokeToken',
    summary: 'Revoke a token',
    description: 'Its bearer is refused from the next request on.',
    tag,
    access,
    problems,
    params,
    query: none,
    body: noContent,
    answers: { 204: { description: 'It is revoked', schema: null } },
    example: {},
    current: ({ db, params: { token } }) => getToken(db, token),
    handler: ({ db, params: { token }, who }) => {
      requireProof(db, who)
      revokeWorkspaceToken(db, who.actor, token)
      return {}
    },
  })
}
