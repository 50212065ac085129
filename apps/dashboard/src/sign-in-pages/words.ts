import type { Locale } from '@pejling/domain/text'
import { forgottenWords } from './forgotten-words.ts'
import { securityWords } from './security-words.ts'

const da = {
  titles: {
    'sign-in': 'Log ind',
    welcome: 'Du er logget ind',
    password: 'Adgangskode',
    problem: 'Det går ikke',
    ...securityWords.da.titles,
    ...forgottenWords.da.titles,
  },
  desk: 'Skrivebord',
  toDesk: 'Til skrivebordet',
  navigation: 'Veje videre',
  account: 'Din konto',
  publicPages: 'De offentlige sider',
  signOut: 'Log ud',
  roles: {
    reader: 'læser',
    contributor: 'indberetter',
    editor: 'redaktør',
    publisher: 'udgiver',
    administrator: 'administrator',
  },
  email: 'E-mail',
  password: 'Adgangskode',
  signIn: 'Log ind',
  signInThrough: (provider: string) => `Log ind med ${provider}`,
  wait: (seconds: number) => `For mange forsøg. Prøv igen om ${seconds} sekunder.`,
  signInNote: 'Den første adgangskode får du af en administrator. Den kan kun bruges til at vælge din egen.',
  firstPassword: 'Vælg din egen adgangskode, før du går videre. Den, du har fået, gælder kun til det.',
  current: 'Nuværende adgangskode',
  next: 'Ny adgangskode',
  nextNote: (shortest: number) =>
    `Mindst ${shortest} tegn. Nogle ord, du kan huske, er bedre end tegn, du må skrive op.`,
  change: 'Skift adgangskode',
  passwordProblems: {
    wrong: 'Den nuværende adgangskode er ikke rigtig.',
    short: 'Den nye adgangskode er for kort.',
    same: 'Den nye adgangskode er den samme som den gamle.',
    common: 'Den nye adgangskode er for let at gætte. Vælg nogle ord, der ikke hører sammen.',
    own: 'Den nye adgangskode består for meget af dit navn, din e-mail eller kommunens navn. Vælg nogle andre ord.',
  },
  problems: {
    'not-allowed': { title: 'Det må du ikke', text: 'Din rolle rækker ikke til det. Spørg en administrator.' },
    'not-found': { title: 'Siden findes ikke', text: 'Der er intet på denne adresse.' },
    foreign: {
      title: 'Formularen kom et andet sted fra',
      text: 'Af hensyn til sikkerheden tages kun imod formularer fra disse sider. Gå tilbage til skrivebordet, og prøv igen.',
    },
    'too-large': {
      title: 'Det er for meget på én gang',
      text: 'Intet er gemt. Gå tilbage, og send mindre ad gangen; mange tal indlæses bedst som en fil.',
    },
    'wrong-type': {
      title: 'Formularen kan ikke læses',
      text: 'Den er ikke sendt som en formular fra disse sider. Gå tilbage, hent siden igen, og prøv en gang til.',
    },
    unreadable: {
      title: 'Forespørgslen kan ikke læses',
      text: 'Intet er gemt. Gå tilbage, hent siden igen, og prøv en gang til.',
    },
    internal: {
      title: 'Noget gik galt på serveren',
      text: 'Fejlen er skrevet i loggen. Se efter, om det, du var i gang med, blev gemt, og prøv ellers igen.',
    },
    busy: {
      title: 'Vent et øjeblik',
      text: 'En stor fil bliver indlæst lige nu, og imens kan intet andet gemmes. Gå tilbage, og prøv igen om lidt; det, du har skrevet, står der stadig.',
    },
  },
}

const en: typeof da = {
  titles: {
    'sign-in': 'Sign in',
    welcome: 'You are signed in',
    password: 'Password',
    problem: 'That does not work',
    ...securityWords.en.titles,
    ...forgottenWords.en.titles,
  },
  desk: 'Desk',
  toDesk: 'To the desk',
  navigation: 'Ways on',
  account: 'Your account',
  publicPages: 'The public pages',
  signOut: 'Sign out',
  roles: {
    reader: 'reader',
    contributor: 'contributor',
    editor: 'editor',
    publisher: 'publisher',
    administrator: 'administrator',
  },
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  signInThrough: (provider: string) => `Sign in with ${provider}`,
  wait: (seconds: number) => `Too many tries. Try again in ${seconds} seconds.`,
  signInNote: 'An administrator gives you the first password. It can only be used to choose your own.',
  firstPassword: 'Choose a password of your own before you go on. The one you were given is good for that alone.',
  current: 'Present password',
  next: 'New password',
  nextNote: (shortest: number) =>
    `At least ${shortest} characters. A few words you remember are better than signs you must write down.`,
  change: 'Change password',
  passwordProblems: {
    wrong: 'The present password is not right.',
    short: 'The new password is too short.',
    same: 'The new password is the same as the old one.',
    common: 'The new password is too easy to guess. Choose some words that do not belong together.',
    own: 'The new password is made too much of your name, your e-mail or the name of the municipality. Choose other words.',
  },
  problems: {
    'not-allowed': { title: 'You may not do that', text: 'Your role does not reach that far. Ask an administrator.' },
    'not-found': { title: 'There is no such page', text: 'There is nothing at this address.' },
    foreign: {
      title: 'The form came from elsewhere',
      text: 'For safety only forms from these pages are taken. Go back to the desk and try again.',
    },
    'too-large': {
      title: 'That is too much at once',
      text: 'Nothing has been saved. Go back and send less at a time; many figures are best imported as a file.',
    },
    'wrong-type': {
      title: 'The form cannot be read',
      text: 'It was not sent as a form from these pages. Go back, reload the page and try again.',
    },
    unreadable: {
      title: 'The request cannot be read',
      text: 'Nothing has been saved. Go back, reload the page and try again.',
    },
    internal: {
      title: 'Something went wrong on the server',
      text: 'The error has been logged. Check whether what you were doing was saved, and otherwise try again.',
    },
    busy: {
      title: 'Wait a moment',
      text: 'A large file is being imported just now, and nothing else can be saved meanwhile. Go back and try again shortly; what you have written is still there.',
    },
  },
}

/** The words that several pages of signing in use. */
export const signInWords: Readonly<Record<Locale, typeof da>> = { da, en }
