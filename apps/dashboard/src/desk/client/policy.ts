import { Area } from '@pejling/domain/area'
import { GoalComment } from '@pejling/domain/comment'
import { Dimension } from '@pejling/domain/dimension'
import { FocusArea, Framework, Goal } from '@pejling/domain/framework'
import { Indicator } from '@pejling/domain/indicator/indicator'
import { Source } from '@pejling/domain/source/source'
import { IndicatorKeepers, IndicatorOverride, IndicatorTarget } from '@pejling/domain/workspace/attached'
import { WorkspaceFigure } from '@pejling/domain/workspace/observations'
import { WorkspacePerson } from '@pejling/domain/workspace/people'
import { z } from 'zod'
import { allOf, oneOf } from './queries.ts'

/* What policies, goals and indicators are read by, in all rooms of the desk. */

export const frameworksQuery = allOf(Framework, '/frameworks')
export const frameworkQuery = (slug: string) => oneOf(Framework, `/frameworks/${slug}`)
export const focusAreasQuery = allOf(FocusArea, '/focus-areas')
export const goalsQuery = allOf(Goal, '/goals')
export const goalQuery = (slug: string) => oneOf(Goal, `/goals/${slug}`)
export const indicatorsQuery = allOf(Indicator, '/indicators')
export const indicatorQuery = (slug: string) => oneOf(Indicator, `/indicators/${slug}`)
export const keepersQuery = (slug: string) => oneOf(IndicatorKeepers, `/indicators/${slug}/keepers`)
export const targetsQuery = allOf(IndicatorTarget, '/targets')
export const targetsOfQuery = (indicator: string) => allOf(IndicatorTarget, '/targets', { indicator })
export const overridesQuery = allOf(IndicatorOverride, '/overrides')
export const commentsQuery = allOf(GoalComment, '/comments')
export const areasQuery = allOf(Area, '/areas')
export const dimensionsQuery = allOf(Dimension, '/dimensions')
export const sourcesQuery = allOf(Source, '/sources')
export const peopleQuery = allOf(WorkspacePerson, '/people')
export const figuresOfQuery = (slug: string) =>
  oneOf(z.strictObject({ observations: z.array(WorkspaceFigure) }), `/observations/${slug}`)
