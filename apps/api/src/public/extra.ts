import type { Site } from '@pejling/page-contract/site'
import type { FastifyInstance } from 'fastify'
import type { PageRenderer } from './page-renderer.ts'
import type { ReleaseCache } from './release-cache.ts'

/** What an extra is given: the releases, and what pages are made with. */
export interface ExtraParts {
  readonly publication: ReleaseCache
  readonly renderer: PageRenderer
  readonly site: Site
}

/** Something beside the core that answers requests. The core does not know it: it is registered in a list. */
export interface Extra {
  /** Adds its pages, among those whose errors are pages. */
  readonly addPages?: (app: FastifyInstance, parts: ExtraParts) => void
  /** Adds its addresses to the public API. */
  readonly addToApi?: (app: FastifyInstance, parts: ExtraParts) => void
}
