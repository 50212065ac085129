import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import type { JSX } from 'react'
import { deskPath, type DeskPlace } from '@pejling/addresses/desk'
import { homePath } from '@pejling/addresses/language'
import { languagePrefix } from '@pejling/addresses/words'
import type { Role } from '@pejling/domain/role'
import type { Overview } from '@pejling/domain/workspace/overview'
import { Wordmark } from '../../components/wordmark.tsx'
import { locale, wordsOf } from '../client/locale.ts'
import { useMe } from '../client/me.ts'
import { overviewQuery } from '../client/overview.ts'
import { DeskLink } from '../widgets/desk-link.tsx'
import { sectionWords, type Section } from './section-words.ts'

const words = wordsOf({
  da: {
    navigation: 'Skrivebord',
    desk: 'Skrivebord',
    signOut: 'Log ud',
    account: 'Din konto',
    language: 'English',
    site: 'Se hjemmesiden',
    groups: { work: 'Arbejde', flow: 'Ind og ud', setup: 'Opsætning' },
    waiting: (count: number) => `${count} venter`,
    roles: {
      reader: 'læser',
      contributor: 'indberetter',
      editor: 'redaktør',
      publisher: 'udgiver',
      administrator: 'administrator',
    },
  },
  en: {
    navigation: 'Desk',
    desk: 'Desk',
    signOut: 'Sign out',
    account: 'Your account',
    language: 'Dansk',
    site: 'See the site',
    groups: { work: 'Work', flow: 'In and out', setup: 'Set-up' },
    waiting: (count: number) => `${count} waiting`,
    roles: {
      reader: 'reader',
      contributor: 'contributor',
      editor: 'editor',
      publisher: 'publisher',
      administrator: 'administrator',
    },
  },
})

type Counts = Readonly<Partial<Record<Section, number>>>

/** How much waits in each section; nothing is said before it is known. */
function countsOf(overview: Overview | undefined): Counts {
  if (overview === undefined) return {}
  const { counts, waiting, planned } = overview
  return {
    allFigures: counts.late + counts.missing,
    publish: waiting.indicators + waiting.texts + planned.filter(({ mayApprove }) => mayApprove).length,
  }
}

/** The sections by task, and the least role that has any use of each. */
const groups: readonly {
  readonly group: 'work' | 'flow' | 'setup'
  readonly sections: readonly (readonly [section: Section, needs: Role])[]
}[] = [
  {
    group: 'work',
    sections: [
      ['home', 'reader'],
      ['allFigures', 'reader'],
      ['goals', 'reader'],
      ['actionPlans', 'reader'],
      ['allIdeas', 'reader'],
      ['meetings', 'reader'],
    ],
  },
  {
    group: 'flow',
    sections: [
      ['imports', 'contributor'],
      ['connections', 'editor'],
      ['publish', 'editor'],
      ['history', 'reader'],
    ],
  },
  {
    group: 'setup',
    sections: [
      ['lists', 'editor'],
      ['people', 'administrator'],
      ['assignments', 'editor'],
      ['reminders', 'editor'],
      ['tokens', 'administrator'],
      ['website', 'administrator'],
    ],
  },
]

const roles: readonly Role[] = ['reader', 'contributor', 'editor', 'publisher', 'administrator']

/** The address of a section. */
const addressOf = (section: Section): string => deskPath(locale, section satisfies DeskPlace)

/** Whether a page lies in a section. */
const isWithin = (path: string, address: string, section: Section): boolean =>
  section === 'home' ? path === address : path === address || path.startsWith(`${address}/`)

/** The navigation by task, at the side; below it who works here, and the way out. */
export function Navigation(): JSX.Element {
  const me = useMe()
  const { pathname } = useLocation()
  // The router says the path below the language.
  const path = languagePrefix[locale] + pathname
  const counts = countsOf(useQuery(overviewQuery).data?.value)
  const mayUse = (needs: Role): boolean => roles.indexOf(me.role) >= roles.indexOf(needs)
  const other = locale === 'da' ? 'en' : 'da'
  return (
    <header className="side">
      <DeskLink className="brand" to={addressOf('home')}>
        <Wordmark />
        <span className="brand-name">Pejling</span> <span className="brand-about">{words.desk}</span>
      </DeskLink>
      <nav aria-label={words.navigation}>
        {groups.map(({ group, sections }) => {
          const open = sections.filter(([, needs]) => mayUse(needs))
          return (
            open.length > 0 && (
              <section key={group} aria-labelledby={`nav-${group}`}>
                <h2 id={`nav-${group}`} className={group === 'work' ? 'visually-hidden' : undefined}>
                  {words.groups[group]}
                </h2>
                <ul>
                  {open.map(([section]) => {
                    const count = counts[section] ?? 0
                    return (
                      <li key={section}>
                        <DeskLink
                          to={addressOf(section)}
                          aria-current={isWithin(path, addressOf(section), section) ? 'page' : undefined}
                        >
                          <span>{wordsOf(sectionWords)[section]}</span>
                          {count > 0 && (
                            <span className="count" title={words.waiting(count)}>
                              <span className="visually-hidden">{words.waiting(count)}</span>
                              <span aria-hidden="true">{count}</span>
                            </span>
                          )}
                        </DeskLink>
                      </li>
                    )
                  })}
                </ul>
              </section>
            )
          )
        })}
      </nav>
      <div className="side-foot">
        <p>
          <DeskLink to={deskPath(locale, 'account')} title={words.account}>
            {me.name}
          </DeskLink>
          , {words.roles[me.role]}
        </p>
        <p>
          <a href={homePath(locale)}>{words.site}</a> ·{' '}
          <a href={languagePrefix[other] + path.slice(languagePrefix[locale].length)} lang={other} hrefLang={other}>
            {words.language}
          </a>
        </p>
        <form method="post" action={deskPath(locale, 'signOut')}>
          <button type="submit" className="button" data-weight="quiet">
            {words.signOut}
          </button>
        </form>
      </div>
    </header>
  )
}
