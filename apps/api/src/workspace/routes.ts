import type { WorkspaceApp } from '../workspace-http/route.ts'
import { addAreaRoutes } from './areas/routes.ts'
import { addAssignmentRoutes } from './assignments/routes.ts'
import { addCommentRoutes } from './comments/routes.ts'
import { addDimensionRoutes } from './dimensions/routes.ts'
import { addFocusAreaRoutes } from './focus-areas/routes.ts'
import { addFrameworkRoutes } from './frameworks/routes.ts'
import { addGoalRoutes } from './goals/routes.ts'
import { addIndicatorRoutes } from './indicators/routes.ts'
import { addMeRoutes } from './me/routes.ts'
import { addOverrideRoutes } from './overrides/routes.ts'
import { addProvenanceRoutes } from './provenances/routes.ts'
import { addSettingsRoutes } from './settings/routes.ts'
import { addSourceRoutes } from './sources/routes.ts'
import { addTargetRoutes } from './targets/routes.ts'
import { addActionPlanRoutes } from './action-plans/routes.ts'
import { addActionRoutes } from './actions/routes.ts'
import { addDecisionRoutes } from './decisions/routes.ts'
import { addIdeaRoutes } from './ideas/routes.ts'
import { addMeetingRoutes } from './meetings/routes.ts'
import { addPeopleRoutes } from './people/routes.ts'
import { addReminderRoutes } from './reminders/routes.ts'
import { addSessionRoutes } from './sessions/routes.ts'
import { addSignInRoutes } from './sign-ins/routes.ts'
import { addTokenRoutes } from './tokens/routes.ts'
import { addChangeSetRoutes } from './change-sets/routes.ts'
import { addConnectionRoutes } from './connections/routes.ts'
import { addImportRoutes } from './imports/routes.ts'
import { addObservationRoutes } from './observations/routes.ts'
import { addOverviewRoutes } from './overview/routes.ts'
import { addReleaseRoutes } from './releases/routes.ts'
import { addSearchRoutes } from './search/routes.ts'
import { addWithdrawalRoutes } from './withdrawals/routes.ts'

/** Adds every resource of the workspace's API. */
export function addWorkspaceRoutes(to: WorkspaceApp): void {
  // The default parser, so that a merge patch is read as the JSON it is.
  to.app.addContentTypeParser(
    'application/merge-patch+json',
    { parseAs: 'string' },
    to.app.getDefaultJsonParser('error', 'error'),
  )
  addMeRoutes(to)
  addFrameworkRoutes(to)
  addFocusAreaRoutes(to)
  addGoalRoutes(to)
  addIndicatorRoutes(to)
  addAssignmentRoutes(to)
  addTargetRoutes(to)
  addOverrideRoutes(to)
  addCommentRoutes(to)
  addAreaRoutes(to)
  addDimensionRoutes(to)
  addSourceRoutes(to)
  addProvenanceRoutes(to)
  addSettingsRoutes(to)
  addOverviewRoutes(to)
  addObservationRoutes(to)
  addActionPlanRoutes(to)
  addActionRoutes(to)
  addIdeaRoutes(to)
  addMeetingRoutes(to)
  addDecisionRoutes(to)
  addPeopleRoutes(to)
  addTokenRoutes(to)
  addSessionRoutes(to)
  addSignInRoutes(to)
  addReminderRoutes(to)
  addImportRoutes(to)
  addConnectionRoutes(to)
  addChangeSetRoutes(to)
  addReleaseRoutes(to)
  addWithdrawalRoutes(to)
  addSearchRoutes(to)
}
