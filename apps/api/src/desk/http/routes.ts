import { deskPath } from '@pejling/addresses/desk'
import { Locale } from '@pejling/domain/text'
import { deskPages } from '@pejling/addresses/words'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { ImportJobs } from '../../intake/jobs.ts'
import { registerAccounts } from './account-routes.ts'
import { registerPeople } from './people-routes.ts'
import { registerSecurity } from './security-routes.ts'
import { registerCommittee } from './committee-routes.ts'
import { registerConnections } from './connection-routes.ts'
import { registerDefinitions } from './definition-routes.ts'
import { openDoor, refuseToken, type DeskParts } from './door.ts'
import { registerFigures } from './figure-routes.ts'
import { largestFile } from '../../workspace/imports/import-access.ts'
import { registerHistory } from './history-routes.ts'
import { registerImports } from './import-routes.ts'
import { readDesk } from '../overview.ts'
import { registerProvider } from './provider-routes.ts'
import { registerPublishing } from './publish-routes.ts'
import { bearerOf, whoIs } from './request.ts'
import { registerWorkspace } from './workspace-routes.ts'

/*
 * The desk of those who keep the figures. Pages and forms, complete without a script; every form is answered with a redirect,
 * so that going back or reloading never sends it twice.
 */

/** Registers the pages and forms of the administration. */
export async function registerDesk(app: FastifyInstance, parts: DeskParts): Promise<void> {
  const { db } = parts
  await app.register(cookie)
  await app.register(formbody)
  await app.register(multipart, {
    limits: { files: 1, fields: 5, fieldSize: 1000, fileSize: largestFile * 1_000_000 + 1 },
  })
  const jobs = new ImportJobs(db, (err) => app.log.error({ err }, 'what became of an import could not be noted'))
  app.addHook('onClose', () => jobs.stop())
  const door = openDoor(app, parts, jobs)
  const { route, show } = door
  registerAccounts(door)
  registerProvider(door)
  registerSecurity(door)
  registerPeople(door)
  route('GET', deskPages.home, (request, reply, who) => show(request, reply, readDesk(db, who.email), who))
  registerFigures(door)
  registerWorkspace(door)
  registerDefinitions(door)
  registerCommittee(door)
  registerConnections(door)
  registerImports(door)
  registerHistory(door)
  registerPublishing(door)
  for (const locale of Locale.options) {
    app.get(`${deskPath(locale, 'home')}/*`, { schema: { hide: true } }, (request, reply) =>
      bearerOf(request) === null
        ? show(request, reply, { page: 'problem', problem: 'not-found' }, whoIs(parts, request, !jobs.isWriting()), 404)
        : refuseToken(request, reply),
    )
  }
}
