import { z } from 'zod'

/** How many days something is kept. */
export const RetentionTerm = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, 'Write a whole number of days, from 1 to 9999')
  .transform(Number)

/** How long what is no longer needed is kept, in days. */
export interface RetentionTerms {
  /** Accounts, after they have been closed. */
  readonly accounts: number
  /** Tokens, after their last day. */
  readonly tokens: number
  /** Files that were sent and never imported. */
  readonly uploads: number
  /** Files figures came from. */
  readonly originals: number
  /** What came of fetching figures; the last time of each indicator is kept on. */
  readonly fetches: number
  /** What webhooks have been told. */
  readonly deliveries: number
  /** The record of sign-ins, and browsers not used to sign in since. */
  readonly signIns: number
  /** The log of mails, with what each person has been told. */
  readonly mails: number
}
