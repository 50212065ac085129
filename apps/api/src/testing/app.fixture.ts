import type { FastifyInstance } from 'fastify'
import { buildApp } from '../app.ts'
import type { Database } from '../db/database.ts'
import type { PageRenderer } from '../public/page-routes.ts'
import { openReleaseStore } from '../releases/release-store.ts'

/** Pages that only say what they were asked for, where the pages themselves are not what is tried. */
export const plainPages: PageRenderer = {
  stylesheet: '/assets/page.css',
  assetNames: ['page.css'],
  asset: (name) => (name === 'page.css' ? { bytes: Buffer.from('body{}'), contentType: 'text/css' } : null),
  render: ({ path, release, read }) => {
    const found = path === '/' || read(path.replace('/indikator/', 'indicators/')) !== undefined
    return Promise.resolve({
      status: found ? 200 : 404,
      html: `<!doctype html><title>${path} ${release.number}</title>`,
    })
  },
}

/** The application over a database, answering without a network. */
export async function appOver(db: Database, pages: PageRenderer = plainPages): Promise<FastifyInstance> {
  let milliseconds = 0
  return buildApp({
    store: openReleaseStore(db),
    // Every look is a long time after the last, so that a new release is noticed at once.
    milliseconds: () => (milliseconds += 1000),
    config: { siteUrl: 'http://localhost:4200', logLevel: 'silent' },
    pages,
  })
}
