import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Sealer } from '../accounts/sealer.ts'
import { usualTerms } from '../accounts/session-terms.ts'
import { buildApp } from '../app.ts'
import type { Database } from '../db/database.ts'
import type { MailServer } from '../extras/mail/transport.ts'
import type { PrintPdf } from '../meetings/pdf.ts'
import type { PageRenderer } from '../public/page-renderer.ts'
import { makeBody, makeCachedResponse } from '../public/cached-response.ts'
import type { OutsideSources } from '../intake/sources/arrive.ts'
import { outsideSources } from '../intake/sources/sources.ts'
import { openReleaseStore, type ReleaseStore } from '../releases/release-store.ts'

/** Pages that only say what they were asked for, where the pages themselves are not what is tried. */
export const plainPages: PageRenderer = {
  stylesheet: '/assets/page.css',
  meetingWorker: 'addEventListener',
  framesScript: '/assets/embed-frames.js',
  pictureFonts: [],
  deskStylesheet: '/assets/desk.css',
  deskScript: '/assets/grid.js',
  assetNames: ['page.css'],
  asset: (name) =>
    name === 'page.css'
      ? makeCachedResponse(makeBody('body{}'), {
          contentType: 'text/css',
          lastModified: '2026-01-01T00:00:00.000Z',
          freshness: 'built',
          vary: 'Accept-Encoding',
        })
      : null,
  pages: () =>
    Promise.resolve({
      render: ({ path, query, release, read }) => {
        if (path === '/broken') throw new Error('the secret reason')
        const found = path === '/' || read(path.replace('/indikator/', 'indicators/')) !== undefined
        return {
          status: found ? 200 : 404,
          html: `<!doctype html><title>${path}?${query} ${release.number}</title>`,
          styles: ['body{}'],
        }
      },
      renderDesk: ({ view, user }) =>
        `<!doctype html><title>${view.page} ${user?.email ?? ''}</title>${JSON.stringify(view)}`,
      renderProblem: ({ problem }) => ({ html: `<!doctype html><title>${problem}</title>`, styles: ['body{}'] }),
      inLanguageOfSite: () => null,
      renderMoved: ({ to }) => `<!doctype html><title>${to}</title>`,
      renderMeeting: ({ view, locale, meeting, release }) => ({
        html: `<!doctype html><title>${view} ${locale} ${meeting.slug} ${release.number}</title>`,
        styles: ['body{}'],
      }),
      renderEmbed: ({ locale, document }) => ({
        html: `<!doctype html><title>embed ${locale} ${document.indicator.slug}</title>`,
        styles: ['body{}'],
      }),
      addresses: () => [{ address: { da: '/', en: '/en' }, document: 'indicators' }],
    }),
}

const site = {
  url: 'http://localhost:4200',
  contact: { email: null, phone: null },
  registeredStatement: null,
  embedAncestors: '*',
  asFiles: false,
}

// No one answers there.
const noSources = outsideSources({ statbank: 'http://127.0.0.1:9/v1' })

/** What metrics are read with here. */
export const metricsToken = 'the-token-of-prometheus'

/** The metrics, as Prometheus reads them. */
export const metricsOf = async (app: FastifyInstance): Promise<string> =>
  (await app.inject({ url: '/metrics', headers: { authorization: `Bearer ${metricsToken}` } })).body

/** The application over a database, answering without a network. */
export async function appOver(
  db: Database,
  pages: PageRenderer = plainPages,
  printPdf: PrintPdf | null = null,
  sources: OutsideSources = noSources,
  store: ReleaseStore = openReleaseStore(db),
  url: string = site.url,
  mail: MailServer | null = null,
): Promise<FastifyInstance> {
  let milliseconds = 0
  return buildApp({
    store,
    // Every look is a long time after the last, so that a new release is noticed at once.
    milliseconds: () => (milliseconds += 1000),
    config: {
      site: { ...site, url },
      logLevel: 'silent',
      identityProvider: null,
      sessions: usualTerms,
      proxies: null,
      securityContact: null,
      mail,
      metricsToken,
    },
    pages,
    sources,
    printPdf,
    workspace: { db, sealer: new Sealer(randomBytes(32)) },
    elsewhere: null,
  })
}

/** The application over a database as it is where its public address is another. */
export const appAt = (db: Database, url: string): Promise<FastifyInstance> =>
  appOver(db, plainPages, null, noSources, openReleaseStore(db), url)

/** The application over a database where mails are sent. No one answers at the mail server. */
export const appWithMail = (db: Database): Promise<FastifyInstance> =>
  appOver(db, plainPages, null, noSources, openReleaseStore(db), site.url, {
    url: 'smtp://127.0.0.1:9',
    from: 'pejling@example.dk',
  })
