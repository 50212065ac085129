import { deskQuery } from '@pejling/addresses/desk'
import { deskParameters } from '@pejling/addresses/words'
import type { SignInView } from '@pejling/domain/sign-in-pages/views'
import type { JSX } from 'react'
import { useSignInPage } from './page-context.ts'
import { Field, FormProblem } from './forms.tsx'
import { forgottenWords } from './forgotten-words.ts'
import { providerWords } from './provider-words.ts'

type ViewOf<Page extends SignInView['page']> = Extract<SignInView, { readonly page: Page }>

/** Carries the address that was asked for on with a form. */
export const Return = ({ to }: { readonly to: string }): JSX.Element | null =>
  to === '' ? null : <input type="hidden" name={deskParameters.returnTo} value={to} />

/** The sign-in form. */
export function SignIn({ view }: { readonly view: ViewOf<'sign-in'> }): JSX.Element {
  const { words, locale, href } = useSignInPage()
  const signIn = providerWords[locale]
  const fields = (
    <>
      <Return to={view.to} />
      <Field name="email" label={words.email} type="email" value={view.email} autoComplete="username" />
      <Field
        name="password"
        label={words.password}
        type="password"
        autoComplete="current-password"
        note={words.signInNote}
      />
      <button type="submit">{words.signIn}</button>
      <p>
        <a href={href('forgotPassword')}>{forgottenWords[locale].link}</a>
      </p>
    </>
  )
  return (
    <form className="sign-in-form" method="post" action={href('signIn')}>
      {view.problem === 'chosen' ? (
        <output className="sign-in-done">{forgottenWords[locale].chosen}</output>
      ) : (
        view.problem !== null && (
          <FormProblem>
            {view.problem === 'wait' ? words.wait(view.seconds) : signIn.problems[view.problem]}
          </FormProblem>
        )
      )}
      {view.provider !== null && (
        <>
          <p>
            <a className="sign-in-provider" href={href('provider') + deskQuery([['returnTo', view.to]])}>
              {words.signInThrough(view.provider)}
            </a>
          </p>
          {!view.providerOnly && <p className="note">{signIn.orWithPassword}</p>}
        </>
      )}
      {view.providerOnly ? (
        <details>
          <summary>{signIn.breakGlass}</summary>
          {fields}
        </details>
      ) : (
        fields
      )}
    </form>
  )
}

/** The page after signing in through the identity provider, with a link on to the desk. */
export function Welcome({ view }: { readonly view: ViewOf<'welcome'> }): JSX.Element {
  const { words, locale, href } = useSignInPage()
  const { notices, goOn } = providerWords[locale]
  return (
    <>
      {view.notice !== null && <output className="sign-in-done">{notices[view.notice]}</output>}
      <p>
        <a href={view.to === '' ? href('home') : view.to}>{view.notice === null ? words.toDesk : goOn}</a>
      </p>
    </>
  )
}

/** A password of one's own. */
export function Password({ view }: { readonly view: ViewOf<'password'> }): JSX.Element {
  const { words, href, user } = useSignInPage()
  return (
    <form className="sign-in-form" method="post" action={href('password')}>
      {view.first && <p>{words.firstPassword}</p>}
      {view.problem !== null && (
        <FormProblem>
          {view.problem === 'wait' ? words.wait(view.seconds) : words.passwordProblems[view.problem]}
        </FormProblem>
      )}
      <Return to={view.to} />
      {/* For password managers: whose password it is. */}
      <input type="hidden" name="email" autoComplete="username" defaultValue={user?.email ?? ''} />
      <Field name="current" label={words.current} type="password" autoComplete="current-password" />
      <Field
        name="next"
        label={words.next}
        type="password"
        autoComplete="new-password"
        note={words.nextNote(view.shortest)}
      />
      <button type="submit">{words.change}</button>
    </form>
  )
}
