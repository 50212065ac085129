import type { Locale } from '@pejling/domain/text'

/** The words of the pages that are about who a person is. */
interface SecurityWords {
  readonly titles: Readonly<Record<'second-step' | 'confirm' | 'security', string>>
  readonly secondStep: string
  readonly code: string
  readonly codeNote: string
  readonly goOn: string
  readonly wrongFactor: string
  readonly askPasskey: string
  readonly passkeyFailed: string
  readonly noScript: string
  readonly startOver: string
  readonly confirmNote: string
  readonly confirm: string
  readonly wrongProof: string
  readonly confirmThrough: (provider: string) => string
  readonly required: string
  readonly offered: string
  readonly passkeys: string
  readonly passkeysNote: string
  readonly noPasskeys: string
  readonly passkeyName: string
  readonly addPasskey: string
  readonly added: (date: string) => string
  readonly lastUsed: (date: string) => string
  readonly remove: string
  readonly codes: string
  readonly codesNote: string
  readonly codesOn: string
  readonly startCodes: string
  readonly scanCodes: string
  readonly secret: string
  readonly confirmCode: string
  readonly codeToConfirm: string
  readonly removeCodes: string
  readonly recovery: string
  readonly recoveryLeft: (count: number) => string
  readonly recoveryShown: string
  readonly newRecovery: string
  readonly securityProblems: Readonly<Record<'passkey' | 'code', string>>
  readonly onward: string
}

/** The words of the pages that are about who a person is, in both languages. */
export const securityWords: Readonly<Record<Locale, SecurityWords>> = {
  da: {
    titles: {
      'second-step': 'Bekræft, at det er dig',
      confirm: 'Bekræft, at det er dig',
      security: 'Sikkert login',
    },
    secondStep: 'Adgangskoden er rigtig. Brug nu din passkey eller en kode.',
    code: 'Kode',
    codeNote: 'Seks cifre fra din app, eller en af dine gendannelseskoder.',
    goOn: 'Fortsæt',
    wrongFactor: 'Det var ikke rigtigt, eller koden er brugt før. Prøv igen.',
    askPasskey: 'Brug passkey',
    passkeyFailed: 'Passkey blev ikke brugt. Prøv igen.',
    noScript: 'En passkey kræver, at browseren må køre scripts. Uden kan du bruge en kode.',
    startOver: 'Log ind med en anden konto',
    confirmNote: 'Før adgang og konti ændres, skal du bekræfte, at det er dig. Det gælder i ti minutter.',
    confirm: 'Bekræft',
    wrongProof: 'Det var ikke rigtigt. Intet er ændret. Prøv igen.',
    confirmThrough: (provider) => `Bekræft med ${provider}`,
    required:
      'Du kan udgive eller administrere, og installationen er offentlig. Derfor skal du have mere end en adgangskode, før du går videre: opret en passkey, eller slå engangskoder til.',
    offered: 'Med en passkey eller engangskoder kan ingen komme ind alene ved at kende din adgangskode.',
    passkeys: 'Passkeys',
    passkeysNote: 'En passkey ligger i telefonen, computeren eller en sikkerhedsnøgle og kan ikke fiskes fra dig.',
    noPasskeys: 'Du har ingen passkeys.',
    passkeyName: 'Navn, så du kan kende den igen',
    addPasskey: 'Opret passkey',
    added: (date) => `oprettet ${date}`,
    lastUsed: (date) => `brugt ${date}`,
    remove: 'Fjern',
    codes: 'Engangskoder',
    codesNote: 'En app på telefonen viser en ny kode på seks cifre hvert halve minut.',
    codesOn: 'Engangskoder er slået til.',
    startCodes: 'Sæt engangskoder op',
    scanCodes: 'Læs billedet med appen, eller skriv nøglen ind i den. Skriv så den kode, appen viser.',
    secret: 'Nøgle',
    confirmCode: 'Slå engangskoder til',
    codeToConfirm: 'Koden fra appen',
    removeCodes: 'Slå engangskoder fra',
    recovery: 'Gendannelseskoder',
    recoveryLeft: (count) => `Du har ${count} ubrugte. Hver kan bruges én gang, hvis du har mistet telefonen.`,
    recoveryShown: 'Gem koderne et sikkert sted. De vises kun nu.',
    newRecovery: 'Lav nye gendannelseskoder',
    securityProblems: {
      passkey: 'Passkey blev ikke oprettet. Prøv igen.',
      code: 'Koden var ikke rigtig. Begynd forfra med at sætte engangskoder op.',
    },
    onward: 'Videre',
  },
  en: {
    titles: {
      'second-step': 'Confirm that it is you',
      confirm: 'Confirm that it is you',
      security: 'Secure sign-in',
    },
    secondStep: 'The password is right. Now use your passkey or a code.',
    code: 'Code',
    codeNote: 'Six digits from your app, or one of your recovery codes.',
    goOn: 'Continue',
    wrongFactor: 'That was not right, or the code has been used before. Try again.',
    askPasskey: 'Use passkey',
    passkeyFailed: 'The passkey was not used. Try again.',
    noScript: 'A passkey needs a browser that runs scripts. Without, you can use a code.',
    startOver: 'Sign in with another account',
    confirmNote: 'Before access and accounts are changed, confirm that it is you. It holds for ten minutes.',
    confirm: 'Confirm',
    wrongProof: 'That was not right. Nothing has been changed. Try again.',
    confirmThrough: (provider) => `Confirm with ${provider}`,
    required:
      'You can publish or administer, and the installation is public. So you must have more than a password before you go on: make a passkey, or turn one-time codes on.',
    offered: 'With a passkey or one-time codes nobody can get in by knowing your password alone.',
    passkeys: 'Passkeys',
    passkeysNote: 'A passkey is kept by your phone, computer or security key, and cannot be phished.',
    noPasskeys: 'You have no passkeys.',
    passkeyName: 'A name to know it again by',
    addPasskey: 'Make a passkey',
    added: (date) => `made ${date}`,
    lastUsed: (date) => `used ${date}`,
    remove: 'Remove',
    codes: 'One-time codes',
    codesNote: 'An app on your phone shows a new code of six digits every half minute.',
    codesOn: 'One-time codes are on.',
    startCodes: 'Set up one-time codes',
    scanCodes: 'Read the picture with the app, or type the key into it. Then type the code that the app shows.',
    secret: 'Key',
    confirmCode: 'Turn one-time codes on',
    codeToConfirm: 'The code in the app',
    removeCodes: 'Turn one-time codes off',
    recovery: 'Recovery codes',
    recoveryLeft: (count) => `You have ${count} unused. Each can be used once if you have lost your phone.`,
    recoveryShown: 'Keep these codes somewhere safe. They are shown only now.',
    newRecovery: 'Make new recovery codes',
    securityProblems: {
      passkey: 'The passkey was not made. Try again.',
      code: 'The code was not right. Set up one-time codes from the beginning.',
    },
    onward: 'Go on',
  },
}
