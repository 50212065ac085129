import type { Locale } from '@pejling/domain/text'

const da = {
  titles: { forgotten: 'Glemt adgangskode', 'new-password': 'Vælg en adgangskode' },
  link: 'Glemt adgangskode?',
  note: 'Skriv den e-mailadresse, din konto har. Så sender vi et link, der gælder i en time.',
  noMail: 'Der kan ikke sendes mail herfra. Bed en administrator om en ny adgangskode.',
  send: 'Send link',
  sent: 'Hvis adressen har en konto med adgangskode, er der sendt et link til den. Kom det ikke, så se efter i uønsket post, eller prøv igen om ti minutter.',
  choose: 'Gem adgangskoden',
  chosen: 'Adgangskoden er gemt. Log ind med den.',
  ended: 'Linket er brugt eller udløbet. Bed om et nyt, eller bed en administrator om en invitation.',
}

const en: typeof da = {
  titles: { forgotten: 'Forgotten password', 'new-password': 'Choose a password' },
  link: 'Forgotten your password?',
  note: 'Write the e-mail address of your account. We send a link that is valid for an hour.',
  noMail: 'No mail can be sent from here. Ask an administrator for a new password.',
  send: 'Send link',
  sent: 'If the address has an account with a password, a link has been sent to it. If it does not come, look in your spam folder, or try again in ten minutes.',
  choose: 'Save the password',
  chosen: 'The password has been saved. Sign in with it.',
  ended: 'The link has been used or has expired. Ask for another, or ask an administrator for an invitation.',
}

/** The words of the pages by which a person chooses a password without being signed in. */
export const forgottenWords: Readonly<Record<Locale, typeof da>> = { da, en }
