import { WorkspaceActionPlan } from '@pejling/domain/workspace/action-plans'
import { WorkspaceDecision } from '@pejling/domain/workspace/decisions'
import { allOf } from './queries.ts'

/* What committees work with, as more than one room of the desk reads it. */

export const plansQuery = allOf(WorkspaceActionPlan, '/action-plans')
export const decisionsQuery = allOf(WorkspaceDecision, '/decisions')
