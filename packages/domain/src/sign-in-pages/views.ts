import type { Role } from '../role.ts'
import type { Locale } from '../text.ts'

/*
 * What the pages show that are about who a person is: signing in, passwords and second factors. The contract between the server,
 * which knows the accounts, and the dashboard, which draws them.
 */

/** Why signing in did not work. */
export type SignInProblem =
  | 'refused'
  | 'wait'
  | 'ended'
  | 'expired'
  | 'chosen'
  | 'again'
  | 'failed'
  | 'too-late'
  | 'denied'
  | 'unreachable'
  | 'client-secret'
  | 'clock'
  | 'no-subject'
  | 'no-role'
  | 'too-many-groups'
  | 'no-email'
  | 'unverified-email'
  | 'closed'
  | 'local-account'
  | 'other-identity'
  | 'other-issuer'
  | 'identity-taken'
  | 'last-administrator'
  | 'invitation'
  | 'not-fresh'

/** What a person who comes in through the identity provider should know before they go on. */
export type SignInNotice = 'email-changed' | 'role-waits'

/** What is recorded of sign-ins. */
export type SignInKind =
  | 'signed-in'
  | 'wrong-password'
  | 'wrong-code'
  | 'wrong-proof'
  | 'held-up'
  | 'closed'
  | 'ended'
  | 'refused'
  | 'signed-out'
  | 'break-glass'
  | 'invitation'
  | 'linked'
  | 'password-changed'
  | 'password-given'
  | 'passkey-added'
  | 'passkey-removed'
  | 'codes-added'
  | 'codes-removed'
  | 'recovery-made'
  | 'recovery-used'
  | 'factors-removed'

/** Why a page or a form cannot be had. */
export type PageProblem =
  'not-allowed' | 'not-found' | 'foreign' | 'busy' | 'too-large' | 'wrong-type' | 'unreadable' | 'internal'

/** A page about who a person is, with what it shows. `to`: the address of the desk that was asked for; empty: its first page. */
export type SignInView =
  | {
      readonly page: 'sign-in'
      readonly email: string
      readonly problem: SignInProblem | null
      /** How long to wait before the next try. */
      readonly seconds: number
      /** What the identity provider is called that people may sign in through; `null`: there is none. */
      readonly provider: string | null
      /** No one but the break-glass account signs in with a password. */
      readonly providerOnly: boolean
      readonly to: string
    }
  | {
      /** A link to choose another password can be asked for. */
      readonly page: 'forgotten'
      /** Whether there is a mail server to send it by. */
      readonly sendsMail: boolean
      /** It has been asked for; whether anything was sent is not said. */
      readonly sent: boolean
    }
  | {
      /** A password is chosen by a link. */
      readonly page: 'new-password'
      /** What the link ends with. */
      readonly key: string
      readonly email: string
      readonly problem: 'ended' | 'short' | 'common' | 'own' | null
      readonly shortest: number
    }
  /** Signed in by another person's word; the way on is one's own page. */
  | { readonly page: 'welcome'; readonly to: string; readonly notice: SignInNotice | null }
  | {
      /** The password was right, and the second factor is asked for. */
      readonly page: 'second-step'
      /** What the browser needs to use a passkey, as JSON; `null`: the account has none. */
      readonly passkey: string | null
      readonly problem: 'wrong' | 'wait' | null
      readonly seconds: number
      readonly to: string
    }
  | {
      /** Who it is has to be proved once more before something is done. */
      readonly page: 'confirm'
      /** The address of the form that is held back, and what was typed in it. */
      readonly action: string
      readonly fields: readonly { readonly name: string; readonly value: string }[]
      readonly passkey: string | null
      /** The identity provider they prove it to; `null`: they have a password. */
      readonly provider: string | null
      readonly problem: 'wrong' | 'wait' | null
      readonly seconds: number
    }
  | {
      readonly page: 'password'
      /** The one-time password has been used and must be changed. */
      readonly first: boolean
      readonly problem: 'wrong' | 'short' | 'same' | 'common' | 'own' | 'wait' | null
      readonly seconds: number
      readonly shortest: number
      readonly to: string
    }
  | {
      readonly page: 'security'
      /** A second factor has to be set up before anything else can be done. */
      readonly required: boolean
      readonly passkeys: readonly {
        readonly id: string
        readonly name: string
        readonly createdAt: string
        readonly lastUsedAt: string | null
      }[]
      readonly hasCodes: boolean
      readonly recoveryLeft: number
      /** What the browser needs to make a passkey, as JSON. */
      readonly newPasskey: string
      /** A secret for one-time codes that is being set up, in base32, and as an address that authenticator apps read. */
      readonly newCodes: { readonly secret: string; readonly address: string } | null
      /** Recovery codes, which are shown this once. */
      readonly recoveryCodes: readonly string[] | null
      readonly problem: 'passkey' | 'code' | null
      readonly to: string
    }
  | { readonly page: 'problem'; readonly problem: PageProblem }
export type SignInPage = SignInView['page']

/** Whoever is signed in, and what they may do. */
export interface SignInUser {
  readonly name: string
  readonly email: string
  readonly role: Role
}

/** What a page of signing in is rendered from. */
export interface SignInRequest {
  readonly view: SignInView
  readonly user: SignInUser | null
  readonly locale: Locale
  readonly demonstration: boolean
  readonly stylesheet: string
  /** What some pages do more with. */
  readonly script: string
}
