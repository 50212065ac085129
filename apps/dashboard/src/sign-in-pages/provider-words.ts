import type { SignInNotice, SignInProblem } from '@pejling/domain/sign-in-pages/views'
import type { Locale } from '@pejling/domain/text'

interface ProviderWords {
  readonly problems: Readonly<Record<Exclude<SignInProblem, 'wait' | 'chosen'>, string>>
  readonly notices: Readonly<Record<SignInNotice, string>>
  readonly orWithPassword: string
  readonly breakGlass: string
  readonly goOn: string
}

/** What the desk says of signing in through the identity provider. */
export const providerWords: Readonly<Record<Locale, ProviderWords>> = {
  da: {
    problems: {
      refused: 'E-mail og adgangskode passer ikke sammen. Prøv igen, eller bed en administrator om en ny adgangskode.',
      ended: 'Engangsadgangskoden er udløbet. Bed en administrator om en ny.',
      expired: 'Din session er udløbet. Log ind igen.',
      again: 'Der gik for lang tid. Log ind igen.',
      failed: 'Det lykkedes ikke at logge ind: kommunens login gav et svar, der ikke kan bruges. Prøv igen.',
      'too-late': 'Det tog for lang tid at logge ind, eller det blev begyndt i en anden browser. Prøv igen.',
      denied: 'Kommunens login lod dig ikke gå videre. Prøv igen, eller bed jeres it-afdeling om hjælp.',
      unreachable: 'Der er ikke forbindelse til kommunens login lige nu. Prøv igen om lidt.',
      'client-secret':
        'Pejlings aftale med kommunens login gælder ikke længere, så ingen kan logge ind ad den vej. Sig det til jeres it-afdeling: hemmeligheden er udløbet eller forkert.',
      clock: 'Urene på Pejlings server og kommunens login passer ikke sammen. Sig det til jeres it-afdeling.',
      'no-subject': 'Kommunens login sendte ikke det, du kendes på. Sig det til jeres it-afdeling.',
      'no-role':
        'Kommunens login har ikke givet dig adgang til skrivebordet. Bed en administrator om det. Var du logget ind et andet sted, er det slut.',
      'too-many-groups':
        'Du er med i flere grupper, end kommunens login sender med, så din adgang kan ikke ses. Bed jeres it-afdeling bruge app-roller.',
      'no-email': 'Der fulgte ingen e-mailadresse med. Bed en administrator om en invitation.',
      'unverified-email':
        'Kommunens login siger ikke, at din e-mailadresse er bekræftet. Bed en administrator om en invitation.',
      closed: 'Kontoen er lukket. Bed en administrator om at åbne den.',
      'local-account':
        'Der er allerede en konto med din e-mailadresse, og den er ikke tilknyttet kommunens login. Er den din, så log ind med adgangskoden og tilknyt den under “Din konto”, eller bed en administrator om en invitation.',
      'other-identity': 'En anden person har allerede en konto med din e-mailadresse. Bed en administrator se på det.',
      'other-issuer':
        'Din konto hører til det login, kommunen brugte før. Bed en administrator om en invitation, så du kan overtage den igen.',
      'identity-taken': 'Du har allerede en anden konto gennem kommunens login. Bed en administrator lukke den først.',
      'last-administrator':
        'Du er den eneste administrator, og kommunens login giver dig en mindre rolle. Gør en anden til administrator først.',
      invitation: 'Invitationen er brugt eller udløbet. Bed en administrator om en ny.',
      'not-fresh':
        'Kontoen kan kun tilknyttes, når du lige har logget ind med dens adgangskode. Log ind igen, og prøv inden for ti minutter.',
    },
    notices: {
      'email-changed':
        'Kommunens login har en anden e-mailadresse på dig end din konto her. Kontoen er stadig din; bed en administrator rette adressen.',
      'role-waits':
        'Din konto er tilknyttet kommunens login og har den mindste af de to roller, indtil en administrator har taget stilling.',
    },
    orWithPassword: 'Eller med en adgangskode, du har fået her:',
    breakGlass: 'Nødadgang',
    goOn: 'Gå videre',
  },
  en: {
    problems: {
      refused: 'E-mail and password do not match. Try again, or ask an administrator for a new password.',
      ended: 'The one-time password has expired. Ask an administrator for a new one.',
      expired: 'Your session has expired. Sign in again.',
      again: 'It took too long. Sign in again.',
      failed: 'Signing in did not work: the municipality’s sign-in gave an answer that cannot be used. Try again.',
      'too-late': 'Signing in took too long, or was begun in another browser. Try again.',
      denied: 'The municipality’s sign-in did not let you go on. Try again, or ask your IT department for help.',
      unreachable: 'The municipality’s sign-in cannot be reached just now. Try again shortly.',
      'client-secret':
        'Pejling’s agreement with the municipality’s sign-in is not valid any more, so nobody can sign in that way. Tell your IT department: the secret has expired or is wrong.',
      clock: 'The clocks of Pejling’s server and the municipality’s sign-in differ. Tell your IT department.',
      'no-subject': 'The municipality’s sign-in did not send what you are known by. Tell your IT department.',
      'no-role':
        'The municipality’s sign-in has not given you access to the desk. Ask an administrator for it. Where you were signed in elsewhere, that has ended.',
      'too-many-groups':
        'You are in more groups than the municipality’s sign-in sends, so your access cannot be seen. Ask your IT department to use app roles.',
      'no-email': 'No e-mail address came with you. Ask an administrator for an invitation.',
      'unverified-email':
        'The municipality’s sign-in does not say that your e-mail address is verified. Ask an administrator for an invitation.',
      closed: 'The account is closed. Ask an administrator to open it.',
      'local-account':
        'There is an account with your e-mail address already, and it is not linked to the municipality’s sign-in. If it is yours, sign in with its password and link it under “Your account”, or ask an administrator for an invitation.',
      'other-identity':
        'Another person has an account with your e-mail address already. Ask an administrator to look at it.',
      'other-issuer':
        'Your account belongs to the sign-in the municipality used before. Ask an administrator for an invitation, so that you can claim it again.',
      'identity-taken':
        'You have another account through the municipality’s sign-in already. Ask an administrator to close it first.',
      'last-administrator':
        'You are the only administrator, and the municipality’s sign-in gives you a lesser role. Make another person an administrator first.',
      invitation: 'The invitation has been used or has expired. Ask an administrator for a new one.',
      'not-fresh':
        'The account can only be linked when you have just signed in with its password. Sign in again, and try within ten minutes.',
    },
    notices: {
      'email-changed':
        'The municipality’s sign-in has another e-mail address for you than your account here. The account is still yours; ask an administrator to correct the address.',
      'role-waits':
        'Your account is linked to the municipality’s sign-in and has the lesser of the two roles until an administrator has decided.',
    },
    orWithPassword: 'Or with a password you have been given here:',
    breakGlass: 'Emergency access',
    goOn: 'Go on',
  },
}
