import { z } from 'zod'

/** A retention period in days. */
export const RetentionTerm = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, 'Write a whole number of days, from 1 to 9999')
  .transform(Number)

/** The retention periods, in days. */
export interface RetentionTerms {
  /** Accounts, after they are closed. */
  readonly accounts: number
  /** Tokens, after their last day. */
  readonly tokens: number
  /** Files that were sent and never imported. */
  readonly uploads: number
  /** Files figures came from. */
  readonly originals: number
  /** Results of fetches; the last of each indicator is kept. */
  readonly fetches: number
  /** Webhook deliveries. */
  readonly deliveries: number
  /** The record of sign-ins, and browsers not used to sign in since. */
  readonly signIns: number
  /** The log of mails, with their recipients. */
  readonly mails: number
}
