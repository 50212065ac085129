import { deskQuery } from '@pejling/addresses/desk'
import type { SignInView } from '@pejling/domain/sign-in-pages/views'
import type { JSX } from 'react'
import { securityWords } from './security-words.ts'
import { Return } from './sign-in.tsx'
import { useSignInPage } from './page-context.ts'
import { Field, FormProblem } from './forms.tsx'

interface PasskeyPart {
  /** What the browser needs, as JSON. */
  readonly options: string
  /** The field its answer is sent in. */
  readonly field: string
}

/** Asks for a passkey: a button that a script makes work, shown by it alone. */
function PasskeyButton({ options, field }: PasskeyPart): JSX.Element {
  const own = securityWords[useSignInPage().locale]
  return (
    <>
      <input type="hidden" name={field} defaultValue="" />
      <p data-passkey="get" data-options={options} data-field={field} hidden>
        <button type="button">{own.askPasskey}</button>
        <span role="alert" data-failed={own.passkeyFailed} />
      </p>
      <noscript>
        <p className="note">{own.noScript}</p>
      </noscript>
    </>
  )
}

/** The second step of signing in: a passkey, a one-time code, or a recovery code. */
export function SecondStep({ view }: { readonly view: Extract<SignInView, { page: 'second-step' }> }): JSX.Element {
  const { words, locale, href } = useSignInPage()
  const own = securityWords[locale]
  return (
    <>
      <p>{own.secondStep}</p>
      {view.problem !== null && (
        <FormProblem>{view.problem === 'wait' ? words.wait(view.seconds) : own.wrongFactor}</FormProblem>
      )}
      {view.passkey !== null && (
        <form className="sign-in-form" method="post" action={href('signInCode')}>
          <Return to={view.to} />
          <PasskeyButton options={view.passkey} field="passkey" />
        </form>
      )}
      <form className="sign-in-form" method="post" action={href('signInCode')}>
        <Return to={view.to} />
        <Field name="code" label={own.code} autoComplete="one-time-code" note={own.codeNote} />
        <button type="submit">{own.goOn}</button>
      </form>
      <p>
        <a href={href('signIn')}>{own.startOver}</a>
      </p>
    </>
  )
}

/** Proving once more who one is, before the form that was sent is taken. */
export function Confirm({ view }: { readonly view: Extract<SignInView, { page: 'confirm' }> }): JSX.Element {
  const { words, locale, href, user } = useSignInPage()
  const own = securityWords[locale]
  const held = view.fields.map(({ name, value }) => <input key={name} type="hidden" name={name} value={value} />)
  return (
    <>
      <p>{own.confirmNote}</p>
      {view.problem !== null && (
        <FormProblem>{view.problem === 'wait' ? words.wait(view.seconds) : own.wrongProof}</FormProblem>
      )}
      {view.provider !== null && (
        <p>
          <a className="sign-in-provider" href={href('provider') + deskQuery([['returnTo', view.action]])}>
            {own.confirmThrough(view.provider)}
          </a>
        </p>
      )}
      {view.passkey !== null && (
        <form className="sign-in-form" method="post" action={view.action}>
          {held}
          <PasskeyButton options={view.passkey} field="proof-passkey" />
        </form>
      )}
      {view.provider === null && (
        <form className="sign-in-form" method="post" action={view.action}>
          {held}
          {/* For password managers: whose password it is. */}
          <input type="hidden" autoComplete="username" defaultValue={user?.email ?? ''} />
          <Field name="proof-password" label={words.password} type="password" autoComplete="current-password" />
          <button type="submit">{own.confirm}</button>
        </form>
      )}
    </>
  )
}
