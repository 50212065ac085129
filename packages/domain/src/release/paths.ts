import type { PlanName } from '../action-plan/action-plan.ts'

/** The path of each kind of document, below `/api/v1/`. The only place that knows how they are made. */
export const documentPath = {
  profile: 'profile',
  frameworks: 'frameworks',
  framework: (slug: string): string => `frameworks/${slug}`,
  goal: (number: string): string => `goals/${number}`,
  indicators: 'indicators',
  indicator: (slug: string): string => `indicators/${slug}`,
  observations: (slug: string): string => `indicators/${slug}/observations`,
  actionPlans: 'action-plans',
  actionPlan: (plan: PlanName): string => `action-plans/${plan}`,
  ideas: 'ideas',
  /** Meetings are shared by themselves, not with a release. */
  meetings: 'meetings',
  meeting: (slug: string): string => `meetings/${slug}`,
  /** The releases themselves: made from the list of releases, not documents of one. */
  releases: 'releases',
  release: (number: number): string => `releases/${number}`,
  /** What is otherwise in a release than in `since`; 0: than before the first. */
  releaseChanges: (number: number, since: number): string => `releases/${number}/changes?since=${since}`,
  /** Figures withdrawn from a release after it had been published; not a document of one either. */
  withdrawals: (number: number): string => `releases/${number}/withdrawals`,
  /** Where a document that had another address before has gone; not an address of the API itself. */
  redirect: (formerPath: string): string => `redirects/${formerPath}`,
}

/** The name of a document of a release where it is a file, below `/api/v1/`. */
export function documentFile(path: string, release: number): string {
  return `releases/${release}/${path}.json`
}
