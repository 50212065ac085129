import { wordsOf } from '../client/locale.ts'

/** The words of the record of sign-ins. */
export const words = wordsOf<{
  readonly title: string
  readonly lead: string
  readonly when: string
  readonly whose: string
  readonly nobody: string
  readonly what: string
  readonly from: string
  readonly older: string
  readonly none: string
  readonly times: (count: number) => string
  readonly kinds: Readonly<Record<string, string>>
}>({
  da: {
    title: 'Adgangslog',
    lead: 'Hvem der er kommet ind, hvem der ikke er, og hvad der er ændret ved adgangen. Af netadresser gemmes kun den første del, og linjerne slettes efter deres frist.',
    when: 'Hvornår',
    whose: 'Konto',
    nobody: 'ingen konto',
    what: 'Hvad',
    from: 'Hvorfra',
    older: 'Vis ældre',
    none: 'Der er ingen linjer.',
    times: (count) => `${count} gange`,
    kinds: {
      'signed-in': 'logget ind',
      'wrong-password': 'forkert adgangskode',
      'wrong-code': 'forkert kode eller passkey',
      'wrong-proof': 'bekræftede ikke, hvem det var',
      'held-up': 'måtte vente efter for mange forsøg',
      closed: 'kontoen er lukket',
      ended: 'engangsadgangskode udløbet',
      refused: 'adgang nægtet',
      'signed-out': 'logget ud',
      'break-glass': 'logget ind med nødadgangen',
      invitation: 'inviteret til kommunens login',
      linked: 'tilknyttet kommunens login',
      'password-changed': 'skiftede adgangskode',
      'password-given': 'fik en engangsadgangskode',
      'passkey-added': 'oprettede en passkey',
      'passkey-removed': 'fjernede en passkey',
      'codes-added': 'slog engangskoder til',
      'codes-removed': 'slog engangskoder fra',
      'recovery-made': 'fik nye gendannelseskoder',
      'recovery-used': 'brugte en gendannelseskode',
      'factors-removed': 'passkeys og koder fjernet af en administrator',
    },
  },
  en: {
    title: 'Record of sign-ins',
    lead: 'Who came in, who did not, and what was changed of their access. Only the first part of a network address is kept, and rows are deleted after their term.',
    when: 'When',
    whose: 'Account',
    nobody: 'no account',
    what: 'What',
    from: 'From',
    older: 'Show older',
    none: 'There are no rows.',
    times: (count) => `${count} times`,
    kinds: {
      'signed-in': 'signed in',
      'wrong-password': 'wrong password',
      'wrong-code': 'wrong code or passkey',
      'wrong-proof': 'did not confirm who it was',
      'held-up': 'had to wait after too many tries',
      closed: 'the account is closed',
      ended: 'one-time password expired',
      refused: 'access refused',
      'signed-out': 'signed out',
      'break-glass': 'signed in with the emergency access',
      invitation: 'invited to the municipality’s sign-in',
      linked: 'linked to the municipality’s sign-in',
      'password-changed': 'changed the password',
      'password-given': 'got a one-time password',
      'passkey-added': 'made a passkey',
      'passkey-removed': 'removed a passkey',
      'codes-added': 'turned one-time codes on',
      'codes-removed': 'turned one-time codes off',
      'recovery-made': 'got new recovery codes',
      'recovery-used': 'used a recovery code',
      'factors-removed': 'passkeys and codes removed by an administrator',
    },
  },
})
