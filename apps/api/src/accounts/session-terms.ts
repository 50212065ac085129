import type { Role } from '../db/actor.ts'
import { reaches } from '../db/actor.ts'

/* How long sessions last. */

/** Terms of sessions, in minutes. */
export interface SessionTerm {
  /** The idle timeout of a session. */
  readonly idle: number
  /** Any session ends after so long. */
  readonly longest: number
}

/** Terms by what a person may do. */
export interface SessionTerms {
  readonly usual: SessionTerm
  /** Of those who may publish or administer. */
  readonly privileged: SessionTerm
}

const [hour, day] = [60, 24 * 60]

/** The terms where nothing else is set: a working day and a week; for publishers and administrators an hour and a day (NIST SP 800-63B, AAL2). */
export const usualTerms: SessionTerms = {
  usual: { idle: 10 * hour, longest: 7 * day },
  privileged: { idle: hour, longest: day },
}

/** The term of a session of a person with a role. */
export const termOf = (terms: SessionTerms, role: Role): SessionTerm =>
  reaches({ name: '', role }, 'publisher') ? terms.privileged : terms.usual
