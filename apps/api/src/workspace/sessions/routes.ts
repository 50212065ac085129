import { pageSchema } from '@pejling/domain/workspace/answers'
import { GivenProof, PasskeyChallenge, Proof, WorkspaceSession } from '@pejling/domain/workspace/people'
import { z } from 'zod'
import { endSession, listSessions, type SignedIn } from '../../accounts/sessions.ts'
import type { Database } from '../../db/database.ts'
import { pageOf, pageParameters } from '../../http/pages.ts'
import { Problem } from '../../http/problem.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { challengePasskey, giveProof, readProof } from '../proof.ts'
import { noSuch } from '../references.ts'

const tag = 'sessions'
const params = z.strictObject({
  session: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .meta({ description: 'The id of the session', examples: ['Zk2v9QmXw0aB'] }),
})
const none = z.strictObject({})
const access = { people: 'reader' } as const

const example = {
  id: 'Zk2v9QmXw0aB',
  createdAt: '2026-11-30T08:00:00.000Z',
  lastSeenAt: '2026-11-30T09:30:00.000Z',
  agent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0',
  current: true,
}

const ownSessions = (db: Database, { email, session }: SignedIn): WorkspaceSession[] =>
  listSessions(db, email).map((one) => ({ ...one, current: one.id === session }))

function ownSession(db: Database, who: SignedIn, id: string): WorkspaceSession {
  const session = ownSessions(db, who).find((one) => one.id === id)
  if (!session) throw noSuch('Du har ingen sådan session.', 'You have no such session.')
  return session
}

const wrongProof = new Problem('not-allowed', {
  da: 'Beviset er forkert. Prøv igen.',
  en: 'The proof is wrong. Try again.',
})

/** Where the person who asks is signed in, and proving who they are. */
export function addSessionRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/sessions',
    operationId: 'listSessions',
    summary: 'Where you are signed in',
    description: 'The sessions of the person who asks, and of nobody else.',
    tag,
    access,
    params: none,
    query: z.strictObject(pageParameters),
    body: noContent,
    answers: { 200: { description: 'A page of sessions', schema: pageSchema(WorkspaceSession) } },
    example: { answer: { items: [example], total: 1, next: null } },
    handler: ({ db, query, who }) => ({
      page: pageOf(ownSessions(db, who), ({ createdAt, id }) => [-Date.parse(createdAt), id], query),
    }),
  })
  addWorkspaceRoute(to, {
    method: 'DELETE',
    url: '/sessions/:session',
    operationId: 'endSession',
    summary: 'End a session',
    description: 'Signs the person who asks out there.',
    tag,
    access,
    params,
    query: none,
    body: noContent,
    answers: { 204: { description: 'It has ended', schema: null } },
    example: {},
    handler: ({ db, params: { session }, who }) => {
      ownSession(db, who, session)
      endSession(db, who.email, session)
      return {}
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/proof',
    operationId: 'getProof',
    summary: 'Whether you have proved lately who you are',
    description: 'Changes of accounts and tokens ask for a proof that is ten minutes old at most.',
    tag,
    access,
    params: none,
    query: none,
    body: noContent,
    answers: { 200: { description: 'Whether, and how you can', schema: Proof } },
    example: { answer: { isFresh: false, ways: ['password', 'passkey'] } },
    handler: ({ db, who }) => ({ body: readProof(db, who) }),
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/proof/challenge',
    operationId: 'challengePasskey',
    summary: 'What a passkey has to sign',
    description: 'For `navigator.credentials.get`; what it answers is sent to `/proof`. Each challenge is used once.',
    tag,
    access,
    dryRun: false,
    params: none,
    query: none,
    body: noContent,
    answers: { 200: { description: 'The challenge', schema: PasskeyChallenge } },
    example: { answer: { passkey: { challenge: 'jV0Bk3Zx', rpId: 'maal.example.dk', userVerification: 'required' } } },
    handler: async ({ parts, who }) => ({ body: { passkey: await challengePasskey(parts, who) } }),
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/proof',
    operationId: 'giveProof',
    summary: 'Prove who you are',
    description:
      'By password, by a one-time code, or by a passkey. Wrong tries are counted; after some the next has to wait.',
    tag,
    access,
    dryRun: false,
    problems: { 403: 'The proof is wrong', 429: 'Too many wrong tries; `Retry-After` says when to try again' },
    params: none,
    query: none,
    body: GivenProof,
    answers: { 200: { description: 'It is proved', schema: Proof } },
    example: { body: { password: 'en lang adgangskode' }, answer: { isFresh: true, ways: ['password'] } },
    handler: async ({ db, parts, body, who, request, reply }) => {
      const result = await giveProof(parts, who, body, request.ip)
      if (result === 'wrong') throw wrongProof
      if (result !== 'proven') {
        reply.header('retry-after', result.seconds)
        throw new Problem('too-many-requests', {
          da: `For mange forkerte forsøg. Vent ${result.seconds} sekunder.`,
          en: `Too many wrong tries. Wait ${result.seconds} seconds.`,
        })
      }
      return { body: { ...readProof(db, who), isFresh: true } }
    },
  })
}
