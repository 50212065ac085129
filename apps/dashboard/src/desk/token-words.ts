import type { TokenProblem } from '@pejling/domain/desk/views'
import type { Locale } from '@pejling/domain/text'

interface TokenWords {
  readonly tokens: string
  readonly note: string
  readonly name: string
  readonly of: string
  readonly opens: string
  readonly indicators: string
  readonly indicatorsNote: string
  readonly onlyFor: (indicators: string) => string
  readonly expiresOn: string
  readonly expires: (date: string) => string
  readonly neverUsed: string
  readonly lastUsed: (moment: string) => string
  readonly add: string
  readonly revoke: string
  readonly problems: Readonly<Record<TokenProblem, string>>
}

/** What the desk says of tokens. */
export const tokenWords: Readonly<Record<Locale, TokenWords>> = {
  da: {
    tokens: 'Adgang for programmer',
    note: 'Et program kan kun det, dets token er givet til, og aldrig mere end den bruger, det hører til. Et token åbner ingen sider her og kan hverken ændre konti eller tokens. Det gælder højst et år og falder bort, når kontoen lukkes, får en ny engangsadgangskode eller mister sin rolle.',
    name: 'Programmets navn',
    of: 'På vegne af',
    opens: 'Programmet må',
    indicators: 'Kun for disse indikatorer',
    indicatorsNote: 'Vælg ingen, hvis det gælder for alle. Med et valg kan programmet kun få adgang til tal og filer.',
    onlyFor: (indicators) => `kun for ${indicators}`,
    expiresOn: 'Udløber',
    expires: (date) => `udløber ${date}`,
    neverUsed: 'endnu ikke brugt',
    lastUsed: (moment) => `sidst brugt omkring ${moment}`,
    add: 'Giv adgang',
    revoke: 'Træk tilbage',
    problems: {
      'token-name': 'Skriv et navn på højst 80 tegn på én linje.',
      'token-taken': 'Der er allerede et token med det navn. Træk det tilbage først, eller vælg et andet navn.',
      'token-expires': 'Vælg en dag, der ikke er gået, og som højst er et år fremme.',
      'token-scopes':
        'Vælg mindst én ting, programmet må. Et token til enkelte indikatorer kan kun læse og skrive tal og indlæse filer.',
      'token-role': 'Brugerens rolle rækker ikke til det valgte. Vælg mindre, eller en anden bruger.',
      'token-indicators': 'En af de valgte indikatorer findes ikke længere. Vælg igen.',
      'token-owner': 'Kontoen findes ikke eller er lukket. Vælg en anden bruger.',
      'token-gone': 'Tokenet er allerede trukket tilbage eller udløbet.',
    },
  },
  en: {
    tokens: 'Access for programs',
    note: 'A program can do only what its token was given for, and never more than the user it belongs to. A token opens no page here and cannot change accounts or tokens. It lasts a year at most, and ends when the account is closed, gets a new one-time password or loses its role.',
    name: 'Name of the program',
    of: 'On behalf of',
    opens: 'The program may',
    indicators: 'Only for these indicators',
    indicatorsNote:
      'Choose none if it is for all. With a choice, the program can only be given access to figures and files.',
    onlyFor: (indicators) => `only for ${indicators}`,
    expiresOn: 'Expires',
    expires: (date) => `expires ${date}`,
    neverUsed: 'not used yet',
    lastUsed: (moment) => `last used around ${moment}`,
    add: 'Give access',
    revoke: 'Revoke',
    problems: {
      'token-name': 'Write a name of at most 80 characters on one line.',
      'token-taken': 'There is a token with that name already. Revoke it first, or choose another name.',
      'token-expires': 'Choose a day that has not passed and is at most a year ahead.',
      'token-scopes':
        'Choose at least one thing the program may do. A token for single indicators can only read and write figures and import files.',
      'token-role': 'The role of the user does not reach what you chose. Choose less, or another user.',
      'token-indicators': 'One of the chosen indicators does not exist any more. Choose again.',
      'token-owner': 'There is no such account, or it is closed. Choose another user.',
      'token-gone': 'The token has been revoked or has expired already.',
    },
  },
}
