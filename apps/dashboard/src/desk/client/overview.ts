import { Overview } from '@pejling/domain/workspace/overview'
import { oneOf } from './queries.ts'

/** How the work stands: read by the first page, the navigation and the command palette. */
export const overviewQuery = oneOf(Overview, '/overview')
