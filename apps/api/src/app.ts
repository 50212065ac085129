import { apiRoot } from '@pejling/addresses/words'
import cookie from '@fastify/cookie'
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import type { Config } from './config/config.ts'
import { AnsweringServer } from './http/answering-server.ts'
import { longestBody, noBody, registerBodyRules } from './http/bodies.ts'
import { leaveDeskElsewhere } from './desk/http/leave-elsewhere.ts'
import type { WorkerProcesses } from './http/worker-processes.ts'
import { registerErrors, unreadable, type FromWorkshop } from './http/errors.ts'
import { logOptions } from './http/log-lines.ts'
import { registerOpenApi } from './description/openapi.ts'
import { sendProblem } from './http/problem.ts'
import { registerSecurityHeaders, warnOfUnknownProxy } from './http/security-headers.ts'
import { AnsweredBefore, type AnsweredRequest } from './public/answered-before.ts'
import { registerApiDescription } from './description/description-routes.ts'
import { registerWellKnown } from './public/entry-routes.ts'
import { registerCrawlerRoutes } from './public/crawler-routes.ts'
import { registerSecurityText } from './public/security-text.ts'
import { extras } from './extras/extras.ts'
import { registerMeetingPages } from './public/meeting-pages.ts'
import type { PrintPdf } from './meetings/pdf.ts'
import { presentAddress } from './public/former-address.ts'
import { sendFromWorkshop } from './public/from-workshop.ts'
import type { PageRenderer } from './public/page-renderer.ts'
import { registerPages } from './public/page-routes.ts'
import { ReleaseCache } from './public/release-cache.ts'
import { registerPublicApi } from './public/routes.ts'
import { registerHealth } from './health/routes.ts'
import { registerMetrics } from './health/metrics.ts'
import { IdentityProvider } from './accounts/identity-provider.ts'
import { Guesses } from './accounts/guesses.ts'
import { PasswordQueue } from './accounts/password-queue.ts'
import type { Sealer } from './accounts/sealer.ts'
import type { Database } from './db/database.ts'
import { largestUpload } from './desk/http/body-limits.ts'
import { registerDesk } from './desk/http/routes.ts'
import { ImportJobs } from './intake/jobs.ts'
import type { OutsideSources } from './intake/sources/arrive.ts'
import type { ReleaseStore } from './releases/release-store.ts'
import { addWorkspaceRoutes } from './workspace/routes.ts'

/** What the application is made of. Everything that differs between a test and the real thing is given here. */
export interface AppParts {
  readonly store: ReleaseStore
  /** Milliseconds that only ever grow, for noticing new releases. */
  readonly milliseconds: () => number
  readonly config: Pick<Config, 'site' | 'logLevel' | 'identityProvider' | 'sessions' | 'securityContact' | 'mail'> & {
    /** Who has it reads the metrics; `null`: no one here. */
    readonly metricsToken: string | null
    /** Whose word is taken for where a request comes from: nobody's (`null`), these proxies', or everybody's (`true`). */
    readonly proxies: string | null | true
  }
  readonly pages: PageRenderer
  /** Where figures can be fetched from. */
  readonly sources: OutsideSources
  /** Makes PDF files; `null`: this machine has no browser that can. */
  readonly printPdf: PrintPdf | null
  /** Where the log is written to; standard output where that is not given. */
  readonly logStream?: { write: (line: string) => void }
  /** The workspace, for those who are signed in, and what seals their secrets; `null`: published pages alone. */
  readonly workspace: { readonly db: Database; readonly sealer: Sealer } | null
  /** The database's counts, for metrics and for whether it can be written; `null`: the workspace's own. */
  readonly watched?: Database | null
  /** The processes that answer what this one leaves to them; `null`: this one does everything itself. */
  readonly elsewhere: WorkerProcesses | null
  /** How long the newest release is taken for the newest before the store is asked again, in milliseconds; as usual where not given. */
  readonly noticeWithin?: number
}

/** The application: an explicit list of what it does. */
export async function buildApp({
  store,
  milliseconds,
  config,
  pages,
  sources,
  printPdf,
  logStream,
  workspace,
  watched = workspace?.db ?? null,
  elsewhere,
  noticeWithin,
}: AppParts): Promise<FastifyInstance> {
  const publication = new ReleaseCache(store, milliseconds, elsewhere !== null, noticeWithin)
  const counted: { tell: AnsweredRequest } = { tell: () => undefined }
  const answeredBefore = new AnsweredBefore(
    () => publication.generation(),
    (...told) => counted.tell(...told),
  )
  const app = Fastify({
    // Addresses of readers are personal data and are not logged; what fails is.
    logger: logOptions(config.logLevel, logStream),
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    // Else a person who guesses passwords would be as many as there are names a header can take.
    ...(config.proxies !== null && { trustProxy: config.proxies }),
    bodyLimit: noBody,
    serverFactory: (handler) => new AnsweringServer(answeredBefore.before(handler), longestBody(largestUpload)),
    // Connections on which something is under way are closed by `stopAnswering`, when they have had their answer.
    forceCloseConnections: 'idle',
    frameworkErrors: (_error, request, reply) => {
      sendProblem(request, reply, unreadable)
    },
  })
  // No address reads plain text; what is sent as such is refused as a type (415).
  app.removeContentTypeParser('text/plain')
  app.decorate('answeredBefore', answeredBefore)
  app.decorate('presentAddress', (asked: string) => presentAddress(publication, asked))
  const fromWorkshop: FromWorkshop | null =
    elsewhere && ((request, reply) => sendFromWorkshop(elsewhere, publication, request, reply))
  // Answers are made and checked when they are published; their schemas stand at the routes for the description alone.
  app.setSerializerCompiler(() => JSON.stringify)
  registerErrors(app, fromWorkshop)
  registerSecurityHeaders(app)
  if (config.proxies === null) warnOfUnknownProxy(app)
  counted.tell = registerMetrics(app, store, watched, config.metricsToken)
  // Before the rules for bodies: those of the desk's addresses are kept where the desk is answered.
  if (elsewhere !== null) {
    leaveDeskElsewhere(app, elsewhere, { renderer: pages, site: config.site }, () => publication.notice())
  }
  registerBodyRules(app)
  await registerOpenApi(app, config.site)
  const extraParts = { publication, renderer: pages, site: config.site }
  await app.register(
    (api) => {
      registerPublicApi(api, publication, pages, config.site)
      for (const { addToApi } of extras) addToApi?.(api, extraParts)
      return Promise.resolve()
    },
    { prefix: apiRoot },
  )
  registerApiDescription(app, publication, pages, config.site)
  registerWellKnown(app, config.site)
  registerHealth(app, store, watched)
  registerCrawlerRoutes(app, publication, pages, config.site)
  registerSecurityText(app, config.site.url, config.securityContact)
  if (workspace !== null) {
    const onPublished = (): void => publication.notice()
    const provider =
      config.identityProvider && new IdentityProvider(config.identityProvider, config.site.url, milliseconds)
    const { db } = workspace
    const jobs = new ImportJobs(db, (err) => app.log.error({ err }, 'what became of an import could not be noted'))
    app.addHook('onClose', () => jobs.stop())
    const parts = {
      ...workspace,
      jobs,
      terms: config.sessions,
      guesses: new Guesses(() => milliseconds() / 1000),
      passwords: new PasswordQueue(),
      renderer: pages,
      site: config.site,
      provider,
      sources,
      printPdf,
      mail: config.mail,
      onPublished,
    }
    await app.register(cookie)
    await app.register((scope) => {
      addWorkspaceRoutes({ app: scope, parts })
      return Promise.resolve()
    })
    await app.register((scope) => registerDesk(scope, parts))
  } else {
    // Described here, and answered by a process beside this one.
    await app.register((scope) => {
      addWorkspaceRoutes({ app: scope, parts: null })
      return Promise.resolve()
    })
  }
  // Apart from the API, because their errors are pages.
  await app.register((scope) => {
    registerPages(scope, publication, pages, config.site, fromWorkshop)
    for (const { addPages } of extras) addPages?.(scope, extraParts)
    registerMeetingPages(scope, { publication, renderer: pages, site: config.site, printPdf })
    return Promise.resolve()
  })
  return app
}
