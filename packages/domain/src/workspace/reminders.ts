import { z } from 'zod'
import { ReminderRole, ReminderStep } from '../reminder/reminder.ts'
import { Slug } from '../slug.ts'
import { CalendarDate } from '../source/source.ts'
import { Locale, Text } from '../text.ts'

/** What mails are about. */
export const MailKind = z.enum([
  'reminder',
  'published',
  'approval',
  'outdated',
  'fetch-failed',
  'invitation',
  'password',
])
export type MailKind = z.infer<typeof MailKind>

/** The mails a person can have switched off; those about their own account always come. */
export const OptionalMailKind = MailKind.extract(['reminder', 'published', 'approval', 'outdated', 'fetch-failed'])
export type OptionalMailKind = z.infer<typeof OptionalMailKind>

const Moment = z.iso.datetime()

/** A person a reminder is for. */
const ReminderRecipient = z
  .strictObject({
    account: z.string().describe('The id of the account'),
    name: z.string(),
    email: z.string(),
    as: ReminderRole,
    isOff: z.boolean().describe('Whether they have reminders switched off, or their account is closed'),
    sentAt: Moment.nullable().describe('When this reminder was sent to them; null: not yet'),
  })
  .meta({ id: 'ReminderRecipient', description: 'Somebody a reminder is for.' })

/** One reminder of one figure: who is reminded of what, and when. */
export const WorkspaceReminder = z
  .strictObject({
    indicator: Slug,
    name: Text,
    period: z.string().nullable().describe('The period of the figure; null: not known'),
    expectedOn: CalendarDate,
    step: ReminderStep,
    on: CalendarDate.describe('The day it is sent, in Denmark'),
    recipients: z.array(ReminderRecipient),
  })
  .meta({ id: 'WorkspaceReminder', description: 'A reminder of a figure that is to come.' })
export type WorkspaceReminder = z.infer<typeof WorkspaceReminder>

/** A mail as it is written, to be looked at or copied. */
export const WrittenMail = z
  .strictObject({
    account: z.string(),
    to: z.string().describe('The e-mail address'),
    language: Locale,
    subject: z.string(),
    text: z.string(),
  })
  .meta({ id: 'WrittenMail', description: 'A mail as it is written.' })
export type WrittenMail = z.infer<typeof WrittenMail>

/** Whom reminders are sent to now, and what of: left out, everybody whose reminder is due and has not been sent. */
export const SendReminders = z
  .strictObject({
    indicator: Slug.optional().describe('Only of this indicator, also where no reminder of it is due'),
    account: z.string().optional().describe('Only to this account'),
  })
  .meta({ id: 'SendReminders', description: 'Whom reminders are sent to, and what of.' })
export type SendReminders = z.infer<typeof SendReminders>

/** What came of sending reminders. */
export const SentReminders = z
  .strictObject({
    queued: z
      .boolean()
      .describe('Whether the mails are on their way; false: no mail server is set, send them yourself'),
    mails: z.array(WrittenMail),
  })
  .meta({ id: 'SentReminders', description: 'The mails that are sent, or are to be copied.' })
export type SentReminders = z.infer<typeof SentReminders>

/** A mail in the log. */
export const LoggedMail = z
  .strictObject({
    number: z.int(),
    kind: MailKind,
    account: z.string(),
    name: z.string().nullable().describe('null: the account has been forgotten'),
    subject: z.string(),
    queuedAt: Moment,
    sentAt: Moment.nullable(),
    attempts: z.int(),
    state: z
      .enum(['waiting', 'sent', 'failed', 'uncertain'])
      .describe('uncertain: the server stopped while it was being sent; it is not sent again'),
    problem: z.string().nullable().describe('What the mail server said last; null: nothing was wrong'),
  })
  .meta({ id: 'LoggedMail', description: 'A mail that was sent, or is to be.' })
export type LoggedMail = z.infer<typeof LoggedMail>

/** Which mails a person gets, and in which language. */
export const MailSettings = z
  .strictObject({
    language: Locale,
    off: z.array(OptionalMailKind).describe('The kinds they do not get'),
  })
  .meta({ id: 'MailSettings', description: 'Which mails a person gets, and in which language.' })
export type MailSettings = z.infer<typeof MailSettings>

/** What a person gets who has not said: everything, in Danish. */
export const usualMailSettings: MailSettings = { language: 'da', off: [] }
