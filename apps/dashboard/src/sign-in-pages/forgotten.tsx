import { deskParameters } from '@pejling/addresses/words'
import type { SignInView } from '@pejling/domain/sign-in-pages/views'
import type { JSX } from 'react'
import { useSignInPage } from './page-context.ts'
import { Field, FormProblem } from './forms.tsx'
import { forgottenWords } from './forgotten-words.ts'

/** The form by which a person who has forgotten their password asks for a link to another. */
export function Forgotten({ view }: { readonly view: Extract<SignInView, { page: 'forgotten' }> }): JSX.Element {
  const { words, locale, href } = useSignInPage()
  const own = forgottenWords[locale]
  if (!view.sendsMail) return <p>{own.noMail}</p>
  return (
    <form className="sign-in-form" method="post" action={href('forgotPassword')}>
      {view.sent ? <output className="sign-in-done">{own.sent}</output> : <p>{own.note}</p>}
      <Field name="email" label={words.email} type="email" autoComplete="username" />
      <button type="submit">{own.send}</button>
    </form>
  )
}

/** The form by which a person chooses a password with a link they were sent. */
export function NewPassword({ view }: { readonly view: Extract<SignInView, { page: 'new-password' }> }): JSX.Element {
  const { words, locale, href } = useSignInPage()
  const own = forgottenWords[locale]
  if (view.problem === 'ended') {
    return (
      <>
        <FormProblem>{own.ended}</FormProblem>
        <p>
          <a href={href('forgotPassword')}>{own.link}</a>
        </p>
      </>
    )
  }
  return (
    <form className="sign-in-form" method="post" action={href('newPassword')}>
      {view.problem !== null && <FormProblem>{words.passwordProblems[view.problem]}</FormProblem>}
      <input type="hidden" name={deskParameters.passwordKey} value={view.key} />
      {/* For password managers: whose password it is. */}
      <input type="hidden" name="email" autoComplete="username" defaultValue={view.email} />
      <Field
        name="next"
        label={words.next}
        type="password"
        autoComplete="new-password"
        note={words.nextNote(view.shortest)}
      />
      <button type="submit">{own.choose}</button>
    </form>
  )
}
