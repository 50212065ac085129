import { Locale } from '@pejling/domain/text'
import { pageSchema } from '@pejling/domain/workspace/answers'
import {
  LoggedMail,
  MailSettings,
  SendReminders,
  SentReminders,
  WorkspaceReminder,
  WrittenMail,
} from '@pejling/domain/workspace/reminders'
import { z } from 'zod'
import { listMails } from '../../extras/mail/outbox.ts'
import { pageOf, pageParameters } from '../../http/pages.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { named } from '../address-parts.ts'
import { listReminders, previewReminders, putMailSettings, readMailSettings, sendReminders } from './reminders.ts'

const tag = 'reminders'
const none = z.strictObject({})
const access = { people: 'editor' } as const
const Account = z
  .string()
  .regex(/^[\w-]{1,60}$/)
  .meta({ description: 'The id of an account', examples: ['q3vX0cJbWn1k'] })

const example = {
  indicator: 'elevraad-aktive',
  name: { da: 'Skoler med et aktivt elevråd', en: 'Schools with an active pupils’ council' },
  period: '2026',
  expectedOn: '2027-01-15',
  step: 'week-before',
  on: '2027-01-08',
  recipients: [
    {
      account: 'q3vX0cJbWn1k',
      name: 'Ida Hansen',
      email: 'ida@example.dk',
      as: 'keeper',
      isOff: false,
      sentAt: null,
    },
  ],
}
const exampleMail = {
  account: 'q3vX0cJbWn1k',
  to: 'ida@example.dk',
  language: 'da',
  subject: 'Påmindelse: Skoler med et aktivt elevråd',
  text: 'Hej Ida Hansen\n\nDette tal mangler i Pejling: …',
}
const exampleLogged = {
  number: 12,
  kind: 'reminder',
  account: 'q3vX0cJbWn1k',
  name: 'Ida Hansen',
  subject: 'Påmindelse: Skoler med et aktivt elevråd',
  queuedAt: '2027-01-08T06:00:00.000Z',
  sentAt: '2027-01-08T06:00:04.000Z',
  attempts: 1,
  state: 'sent',
  problem: null,
}

/** Reminders of figures, and the log of all mails. */
export function addReminderRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/reminders',
    operationId: 'listReminders',
    summary: 'Who is reminded of what, and when',
    description:
      'A month and a week before a figure is expected, and a day and a fortnight after: to the keeper, the deputy and the owner. Days are days in Denmark.',
    tag,
    access,
    params: none,
    query: z.strictObject({
      indicator: named('Only reminders of this indicator', 'elevraad-aktive').optional(),
      ...pageParameters,
    }),
    body: noContent,
    answers: { 200: { description: 'A page of reminders', schema: pageSchema(WorkspaceReminder) } },
    example: { answer: { items: [example], total: 1, next: null } },
    handler: ({ db, query: { indicator, ...query } }) => ({
      page: pageOf(
        listReminders(db).filter((one) => indicator === undefined || one.indicator === indicator),
        ({ on, indicator: slug, step }) => [on, slug, step],
        query,
      ),
    }),
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/reminders/preview',
    operationId: 'previewReminders',
    summary: 'What the reminders would say',
    description:
      'The mails that would be sent now; with `indicator`, those about its figure whether or not it is time.',
    tag,
    access,
    params: none,
    query: z.strictObject({
      indicator: named('Only about this indicator', 'elevraad-aktive').optional(),
      account: Account.optional().meta({ description: 'Only to this account', examples: ['q3vX0cJbWn1k'] }),
      lang: Locale.optional().meta({ description: 'The language; left out: each person’s own', examples: ['en'] }),
    }),
    body: noContent,
    answers: {
      200: { description: 'The mails', schema: z.strictObject({ mails: z.array(WrittenMail) }) },
    },
    example: { answer: { mails: [exampleMail] } },
    handler: ({ db, parts, query: { indicator, account, lang } }) => ({
      body: {
        mails: previewReminders(
          db,
          { ...(indicator !== undefined && { indicator }), ...(account !== undefined && { account }) },
          { siteUrl: parts.site.url, language: lang ?? null },
        ),
      },
    }),
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/reminders/send',
    operationId: 'sendReminders',
    summary: 'Send reminders now',
    description:
      'Those that are due, or those of one indicator. Without a mail server the answer is to be copied, and `queued` is false.',
    tag,
    access,
    params: none,
    query: none,
    body: SendReminders,
    answers: { 200: { description: 'The mails', schema: SentReminders } },
    example: { body: { indicator: 'elevraad-aktive' }, answer: { queued: true, mails: [exampleMail] } },
    handler: ({ db, parts, body, who }) => ({
      body: sendReminders(db, who.actor, body, { siteUrl: parts.site.url, sendsMail: parts.mail !== null }),
    }),
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/reminders/log',
    operationId: 'listMails',
    summary: 'The mails that were sent',
    description: 'Reminders and all other mails, the newest first; never what they say.',
    tag,
    access: { people: 'administrator' },
    params: none,
    query: z.strictObject(pageParameters),
    body: noContent,
    answers: { 200: { description: 'A page of the log', schema: pageSchema(LoggedMail) } },
    example: { answer: { items: [exampleLogged], total: 1, next: null } },
    handler: ({ db, query }) => ({ page: pageOf(listMails(db), ({ number }) => [-number], query) }),
  })
  addSettingsRoutes(to)
}

/** The account an address names; `me` is whoever asks. */
const accountIn = ({ account }: { readonly account: string }, who: { readonly account: string }): string =>
  account === 'me' ? who.account : account

function addSettingsRoutes(to: WorkspaceApp): void {
  const url = '/reminders/settings/:account'
  const params = z.strictObject({ account: Account })
  const settings = { language: 'da', off: ['published'] }
  const own = 'One’s own, at `me` or the id, and for administrators anybody’s.'
  addWorkspaceRoute(to, {
    method: 'GET',
    url,
    operationId: 'getMailSettings',
    summary: 'Which mails a person gets',
    description: own,
    tag,
    access: { people: 'reader' },
    params,
    query: none,
    body: noContent,
    answers: { 200: { description: 'The settings', schema: MailSettings } },
    example: { answer: settings },
    handler: ({ db, params: given, who }) => ({ body: readMailSettings(db, who, accountIn(given, who)) }),
  })
  addWorkspaceRoute(to, {
    method: 'PUT',
    url,
    operationId: 'putMailSettings',
    summary: 'Switch mails off, or choose their language',
    description: `${own} Mails about the account itself always come.`,
    tag,
    access: { people: 'reader' },
    params,
    query: none,
    body: MailSettings,
    answers: { 200: { description: 'The settings as they stand now', schema: MailSettings } },
    example: { body: settings, answer: settings },
    current: ({ db, params: given, who }) => readMailSettings(db, who, accountIn(given, who)),
    handler: ({ db, params: given, body, who }) => {
      const stands = putMailSettings(db, who, accountIn(given, who), body)
      return { body: stands, stands }
    },
  })
}
