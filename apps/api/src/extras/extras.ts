import type { Extra } from '../public/extra.ts'
import { embed } from './embed/embed-routes.ts'

/** What answers requests beside the core, in the order it is registered in. */
export const extras: readonly Extra[] = [embed]
