import type { WorkspaceApp } from '../http/workspace-route.ts'
import { addObservationRoutes } from './observations/routes.ts'

/** Adds every resource of the workspace's API. */
export function addWorkspaceRoutes(to: WorkspaceApp): void {
  // The default parser, so that a merge patch is read as the JSON it is.
  to.app.addContentTypeParser(
    'application/merge-patch+json',
    { parseAs: 'string' },
    to.app.getDefaultJsonParser('error', 'error'),
  )
  addObservationRoutes(to)
}
