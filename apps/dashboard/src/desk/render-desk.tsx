import type { DeskPage, DeskRequest, DeskUser, DeskView } from '@pejling/domain/desk/views'
import type { JSX, ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { deskPath } from '@pejling/addresses/desk'
import { homePath } from '@pejling/addresses/language'
import { linksFor } from '@pejling/addresses/links'
import { siteFiles } from '@pejling/addresses/words'
import { Wordmark } from '../components/wordmark.tsx'
import { CurrentPage } from '../components/page-context.ts'
import { messages } from '../i18n/messages.ts'
import { Password, Sessions, SignIn, Welcome } from './access.tsx'
import { Connecting } from './connecting.tsx'
import { Committee } from './committee.tsx'
import { CurrentDesk, useDesk } from './desk-page.ts'
import { Definitions } from './definitions.tsx'
import { Edit } from './edit.tsx'
import { Figures } from './figures.tsx'
import { History } from './history.tsx'
import { deskWords } from './messages.ts'
import { Import } from './import.tsx'
import { Imports } from './imports.tsx'
import { MeetingDesk, Notes } from './meeting.tsx'
import { People } from './people.tsx'
import { Confirm, SecondStep } from './second-step.tsx'
import { Security } from './security.tsx'
import { SignIns } from './sign-ins.tsx'
import { Publish } from './publish.tsx'
import { SideBySide } from './side-by-side.tsx'
import { Withdraw } from './withdraw.tsx'
import { Work } from './work.tsx'

const deskRoles: readonly DeskUser['role'][] = ['reader', 'contributor', 'editor', 'publisher', 'administrator']

type Section = 'home' | 'definitions' | 'committee' | 'imports' | 'publish' | 'history' | 'people'

/** The parts of the desk, and the least role that has any use of them. */
const sections: readonly { readonly page: DeskPage; readonly place: Section; readonly needs?: DeskUser['role'] }[] = [
  { page: 'desk', place: 'home' },
  { page: 'definitions', place: 'definitions' },
  { page: 'committee', place: 'committee' },
  { page: 'imports', place: 'imports', needs: 'contributor' },
  { page: 'publish', place: 'publish' },
  { page: 'history', place: 'history' },
  { page: 'people', place: 'people', needs: 'administrator' },
]

function Header({ current }: { readonly current: DeskPage }): JSX.Element {
  const { words, locale, user, href } = useDesk()
  return (
    <header className="site-header">
      <div className="site-header-inner">
        <a className="brand" href={href('home')}>
          <Wordmark />
          <span className="brand-name">Pejling</span>
          <span className="brand-organisation">{words.desk}</span>
        </a>
        <nav aria-label={words.navigation}>
          {user !== null &&
            sections
              .filter(({ needs }) => needs === undefined || deskRoles.indexOf(user.role) >= deskRoles.indexOf(needs))
              .map(({ page, place }) => (
                <a key={page} href={href(place)} aria-current={page === current ? 'page' : undefined}>
                  {words.titles[page]}
                </a>
              ))}
          <a href={homePath(locale)}>{words.publicPages}</a>
        </nav>
      </div>
    </header>
  )
}

function Footer(): JSX.Element | null {
  const { words, user, href } = useDesk()
  if (user === null) return null
  return (
    <footer className="desk-footer">
      <p>{`${user.name}, ${words.roles[user.role]}`}</p>
      <p>
        <a href={href('sessions')}>{words.titles.sessions}</a>
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

function contentOf(view: DeskView): ReactNode {
  switch (view.page) {
    case 'sign-in':
      return <SignIn view={view} />
    case 'welcome':
      return <Welcome view={view} />
    case 'second-step':
      return <SecondStep view={view} />
    case 'confirm':
      return <Confirm view={view} />
    case 'security':
      return <Security view={view} />
    case 'sign-ins':
      return <SignIns view={view} />
    case 'password':
      return <Password view={view} />
    case 'sessions':
      return <Sessions view={view} />
    case 'desk':
      return <Work view={view} />
    case 'publish':
      return <Publish view={view} />
    case 'people':
      return <People view={view} />
    case 'figures':
      return <Figures view={view} />
    case 'imports':
      return <Imports view={view} />
    case 'import':
      return <Import view={view} />
    case 'side-by-side':
      return <SideBySide view={view} />
    case 'withdraw':
      return <Withdraw view={view} />
    case 'definitions':
      return <Definitions view={view} />
    case 'edit':
      return <Edit view={view} />
    case 'committee':
      return <Committee view={view} />
    case 'meeting':
      return <MeetingDesk view={view} />
    case 'connection':
      return <Connecting view={view} />
    case 'notes':
      return <Notes view={view} />
    case 'history':
      return <History view={view} />
    case 'problem':
    default:
      return null
  }
}

/** The pages that do more with a script. */
const withScript: ReadonlySet<DeskPage> = new Set<DeskPage>([
  'figures',
  'import',
  'notes',
  'connection',
  'second-step',
  'confirm',
  'security',
])

/** Renders a page of the administration, whole and without a script. */
export function renderDesk(request: DeskRequest): string {
  const { view, user, locale, languages, demonstration, stylesheet, script, release } = request
  const words = deskWords[locale]
  const problem = view.page === 'problem' ? words.problems[view.problem] : null
  const title = problem?.title ?? (view.page === 'edit' ? words.editTitles[view.kind] : words.titles[view.page])
  const page = (
    <CurrentPage value={{ locale, words: messages[locale], links: linksFor(locale, null), release }}>
      <CurrentDesk value={{ locale, user, languages }}>
        <html lang={locale}>
          <head>
            <meta charSet="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <meta name="robots" content="noindex" />
            <title>{`${title} · Pejling`}</title>
            <link rel="icon" href={siteFiles.icon} type="image/svg+xml" />
            {view.page === 'welcome' && view.notice === null && (
              <meta httpEquiv="refresh" content={`0;url=${view.to === '' ? deskPath(locale, 'home') : view.to}`} />
            )}
            <link rel="stylesheet" href={stylesheet} />
            {withScript.has(view.page) && <script type="module" src={script} />}
          </head>
          <body className="desk">
            <a className="skip-link" href="#content">
              {messages[locale].skipToContent}
            </a>
            <Header current={view.page} />
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
      </CurrentDesk>
    </CurrentPage>
  )
  return `<!doctype html>${renderToString(page)}`
}
