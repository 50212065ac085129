import type { SignInPage, SignInRequest, SignInView } from '@pejling/domain/sign-in-pages/views'
import type { JSX, ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { deskPath } from '@pejling/addresses/desk'
import { homePath } from '@pejling/addresses/language'
import { linksFor } from '@pejling/addresses/links'
import { Head } from '../components/head.tsx'
import { Wordmark } from '../components/wordmark.tsx'
import { CurrentPage } from '../components/page-context.ts'
import { messages } from '../i18n/messages.ts'
import { Forgotten, NewPassword } from './forgotten.tsx'
import { CurrentSignInPage, useSignInPage } from './page-context.ts'
import { Confirm, SecondStep } from './second-step.tsx'
import { Security } from './security.tsx'
import { Password, SignIn, Welcome } from './sign-in.tsx'
import { signInWords } from './words.ts'

function Header(): JSX.Element {
  const { words, locale, href } = useSignInPage()
  return (
    <header className="site-header">
      <div className="site-header-inner">
        <a className="brand" href={href('home')}>
          <Wordmark />
          <span className="brand-name">Pejling</span>
          <span className="brand-organisation">{words.desk}</span>
        </a>
        <nav aria-label={words.navigation}>
          <a href={homePath(locale)}>{words.publicPages}</a>
        </nav>
      </div>
    </header>
  )
}

function Footer(): JSX.Element | null {
  const { words, user, href } = useSignInPage()
  if (user === null) return null
  return (
    <footer className="sign-in-footer">
      <p>{`${user.name}, ${words.roles[user.role]}`}</p>
      <p>
        <a href={href('account')}>{words.account}</a>
      </p>
      <p>
        <a href={href('password')}>{words.titles.password}</a>
      </p>
      <p>
        <a href={href('security')}>{words.titles.security}</a>
      </p>
      <form method="post" action={href('signOut')}>
        <button type="submit">{words.signOut}</button>
      </form>
    </footer>
  )
}

function contentOf(view: SignInView): ReactNode {
  switch (view.page) {
    case 'sign-in':
      return <SignIn view={view} />
    case 'forgotten':
      return <Forgotten view={view} />
    case 'new-password':
      return <NewPassword view={view} />
    case 'welcome':
      return <Welcome view={view} />
    case 'second-step':
      return <SecondStep view={view} />
    case 'confirm':
      return <Confirm view={view} />
    case 'security':
      return <Security view={view} />
    case 'password':
      return <Password view={view} />
    case 'problem':
    default:
      return null
  }
}

/** The pages that use passkeys, which takes a script. */
const withScript: ReadonlySet<SignInPage> = new Set<SignInPage>(['second-step', 'confirm', 'security'])

/** Renders a page of signing in, whole and without a script. */
export function renderSignInPage(request: SignInRequest): string {
  const { view, user, locale, demonstration, stylesheet, script } = request
  const words = signInWords[locale]
  const problem = view.page === 'problem' ? words.problems[view.problem] : null
  const title = problem?.title ?? words.titles[view.page]
  const page = (
    <CurrentPage value={{ locale, words: messages[locale], links: linksFor(locale, null), release: null }}>
      <CurrentSignInPage value={{ locale, user }}>
        <html lang={locale}>
          <Head
            title={`${title} · Pejling`}
            unlisted
            mode="live"
            styles={[]}
            stylesheet={stylesheet}
            script={withScript.has(view.page) ? script : null}
          >
            {view.page === 'welcome' && view.notice === null && (
              <meta httpEquiv="refresh" content={`0;url=${view.to === '' ? deskPath(locale, 'home') : view.to}`} />
            )}
          </Head>
          <body className="sign-in">
            <a className="skip-link" href="#content">
              {messages[locale].skipToContent}
            </a>
            <Header />
            {demonstration && (
              <aside aria-label={messages[locale].notices}>
                <p className="notice demonstration">
                  <strong>{messages[locale].demonstration.title}</strong> {messages[locale].demonstration.text}
                </p>
              </aside>
            )}
            <main id="content" tabIndex={-1}>
              <h1>{title}</h1>
              {problem && <p className="lead">{problem.text}</p>}
              {contentOf(view)}
            </main>
            <Footer />
          </body>
        </html>
      </CurrentSignInPage>
    </CurrentPage>
  )
  return `<!doctype html>${renderToString(page)}`
}
