import type { MailKind } from '@pejling/domain/workspace/reminders'
import { wordsOf } from '../client/locale.ts'

/** What the kinds of mails are called. */
export const mailWords = wordsOf<Readonly<Record<MailKind, string>>>({
  da: {
    reminder: 'Påmindelser om tal, der ventes',
    published: 'Når dine tal er udgivet',
    approval: 'Når en udgivelse venter på godkendelse',
    outdated: 'Når en planlagt udgivelse ikke kan komme ud',
    'fetch-failed': 'Når tal ikke kan hentes fra en kilde',
    invitation: 'Invitation',
    password: 'Glemt adgangskode',
  },
  en: {
    reminder: 'Reminders of figures that are expected',
    published: 'When your figures have been published',
    approval: 'When a release waits for approval',
    outdated: 'When a planned release cannot come out',
    'fetch-failed': 'When figures cannot be fetched from a source',
    invitation: 'Invitation',
    password: 'Forgotten password',
  },
})

/** The words of the page of one’s own account. */
export const words = wordsOf({
  da: {
    title: 'Din konto',
    access: 'Adgang',
    password: 'Skift adgangskode',
    security: 'Passkeys og engangskoder',
    mails: 'Mails til dig',
    mailsAbout: 'Mails om din egen konto kommer altid.',
    language: 'Sprog i mails',
    danish: 'Dansk',
    english: 'Engelsk',
    saved: 'Gemt.',
    sessions: 'Her er du logget ind',
    browser: 'Browser',
    since: 'Siden',
    seen: 'Sidst brugt',
    current: 'denne browser',
    end: 'Log ud',
    endOf: (agent: string) => `Log ud: ${agent}`,
    ended: 'Sessionen er afsluttet.',
  },
  en: {
    title: 'Your account',
    access: 'Access',
    password: 'Change password',
    security: 'Passkeys and one-time codes',
    mails: 'Mails to you',
    mailsAbout: 'Mails about your own account always come.',
    language: 'Language of mails',
    danish: 'Danish',
    english: 'English',
    saved: 'Saved.',
    sessions: 'Where you are signed in',
    browser: 'Browser',
    since: 'Since',
    seen: 'Last used',
    current: 'this browser',
    end: 'Sign out',
    endOf: (agent: string) => `Sign out: ${agent}`,
    ended: 'The session has ended.',
  },
})
