import type { Action } from '@pejling/domain/action-plan/action-plan'

/** The milestones of an action that were to be reached before a day and are not; of one that is done or stopped, none. */
export const overdueOf = (
  { state, milestones }: Pick<Action, 'state' | 'milestones'>,
  today: string,
): Action['milestones'] =>
  state === 'done' || state === 'stopped' ? [] : milestones.filter(({ due, done }) => !done && due < today)
