import { deskQuery } from '@pejling/addresses/desk'
import { deskParameters } from '@pejling/addresses/words'
import type { AccessView } from '@pejling/domain/desk/access-views'
import type { JSX } from 'react'
import { useDesk, writtenMoment } from './desk-page.ts'
import { Field, FormProblem } from './forms.tsx'
import { signInWords } from './sign-in-words.ts'

type ViewOf<Page extends AccessView['page']> = Extract<AccessView, { readonly page: Page }>

/** Carries the address that was asked for on with a form. */
export const Return = ({ to }: { readonly to: string }): JSX.Element | null =>
  to === '' ? null : <input type="hidden" name={deskParameters.returnTo} value={to} />

/** The sign-in form. */
export function SignIn({ view }: { readonly view: ViewOf<'sign-in'> }): JSX.Element {
  const { words, locale, href } = useDesk()
  const signIn = signInWords[locale]
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
    </>
  )
  return (
    <form className="desk-form" method="post" action={href('signIn')}>
      {view.problem !== null && (
        <FormProblem>{view.problem === 'wait' ? words.wait(view.seconds) : signIn.problems[view.problem]}</FormProblem>
      )}
      {view.provider !== null && (
        <>
          <p>
            <a className="desk-provider" href={href('provider') + deskQuery([['returnTo', view.to]])}>
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
  const { words, locale, href } = useDesk()
  const { notices, goOn } = signInWords[locale]
  return (
    <>
      {view.notice !== null && <output className="desk-done">{notices[view.notice]}</output>}
      <p>
        <a href={view.to === '' ? href('home') : view.to}>{view.notice === null ? words.titles.desk : goOn}</a>
      </p>
    </>
  )
}

/** A password of one's own. */
export function Password({ view }: { readonly view: ViewOf<'password'> }): JSX.Element {
  const { words, href, user } = useDesk()
  return (
    <form className="desk-form" method="post" action={href('password')}>
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

/** Where the user is signed in. */
export function Sessions({ view }: { readonly view: ViewOf<'sessions'> }): JSX.Element {
  const { words, locale, href } = useDesk()
  const signIn = signInWords[locale]
  return (
    <>
      <p>{words.sessionsNote}</p>
      <ul className="desk-list">
        {view.sessions.map(({ id, createdAt, lastSeenAt, agent, current }) => (
          <li key={id}>
            <span>
              {agent === '' ? '–' : agent} {current && <strong>({words.thisOne})</strong>}
              <br />
              <span className="note">
                {`${words.signedIn(writtenMoment(createdAt, locale))}, ${words.lastSeen(writtenMoment(lastSeenAt, locale))}`}
              </span>
            </span>
            <form method="post" action={href('sessions')}>
              <input type="hidden" name="id" value={id} />
              <button type="submit" aria-label={`${words.end}: ${agent}, ${writtenMoment(createdAt, locale)}`}>
                {words.end}
              </button>
            </form>
          </li>
        ))}
      </ul>
      {view.linkTo !== null && (
        <form className="desk-form" method="post" action={href('providerAttach')}>
          <p>{signIn.linkNote}</p>
          <button type="submit">{signIn.link(view.linkTo)}</button>
        </form>
      )}
    </>
  )
}
