import type { Action } from '@pejling/domain/action-plan/action-plan'
import { dayInWords } from '../client/locale.ts'

/** From when to when, in words; an open end is left open, and nothing is said of what has no days. */
export function periodInWords({ startsOn, endsOn }: Pick<Action, 'startsOn' | 'endsOn'>): string {
  if (startsOn === null && endsOn === null) return ''
  return `${startsOn === null ? '' : dayInWords(startsOn)} – ${endsOn === null ? '' : dayInWords(endsOn)}`.trim()
}
