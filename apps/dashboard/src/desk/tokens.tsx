import { scopeRules, scopes } from '@pejling/domain/scope'
import type { DeskView } from '@pejling/domain/desk/views'
import { formatDate } from '@pejling/domain/period/period'
import type { JSX } from 'react'
import { useDesk, writtenMoment } from './desk-page.ts'
import { tokenWords } from './token-words.ts'

type View = Extract<DeskView, { readonly page: 'people' }>

function Token({ token }: { readonly token: View['tokens'][number] }): JSX.Element {
  const { locale, href } = useDesk()
  const words = tokenWords[locale]
  const { name, email, expiresOn, indicators, lastUsedAt } = token
  const about = [
    email,
    token.scopes.map((scope) => scopeRules[scope].opens[locale]).join('; '),
    ...(indicators === null ? [] : [words.onlyFor(indicators.join(', '))]),
    words.expires(formatDate(expiresOn, locale)),
    lastUsedAt === null ? words.neverUsed : words.lastUsed(writtenMoment(lastUsedAt, locale)),
  ]
  return (
    <li>
      <span>
        <strong>{name}</strong>
        <br />
        <span className="note">{about.join(' · ')}</span>
      </span>
      <form className="desk-inline" method="post" action={href('people')}>
        <input type="hidden" name="name" value={name} />
        <button type="submit" name="action" value="revoke" aria-label={`${words.revoke}: ${name}`}>
          {words.revoke}
        </button>
      </form>
    </li>
  )
}

function NewToken({ view }: { readonly view: View }): JSX.Element {
  const { locale, href } = useDesk()
  const words = tokenWords[locale]
  return (
    <form className="desk-form" method="post" action={href('people')}>
      <p className="desk-field">
        <label htmlFor="token-name">{words.name}</label>
        <input id="token-name" name="name" required maxLength={80} autoComplete="off" />
      </p>
      <p className="desk-field">
        <label htmlFor="token-email">{words.of}</label>
        <select id="token-email" name="email">
          {view.people
            .filter(({ closed }) => !closed)
            .map(({ email, name }) => (
              <option key={email} value={email}>
                {name}
              </option>
            ))}
        </select>
      </p>
      <fieldset className="desk-values">
        <legend>{words.opens}</legend>
        {scopes.map((scope) => (
          <p key={scope}>
            <label>
              <input type="checkbox" name="scopes" value={scope} /> {scopeRules[scope].opens[locale]}
            </label>
          </p>
        ))}
      </fieldset>
      <p className="desk-field">
        <label htmlFor="token-indicators">{words.indicators}</label>
        <select id="token-indicators" name="indicators" multiple size={6} aria-describedby="token-indicators-note">
          {view.indicators.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name[locale]}
            </option>
          ))}
        </select>
        <span id="token-indicators-note" className="note">
          {words.indicatorsNote}
        </span>
      </p>
      <p className="desk-field">
        <label htmlFor="expiresOn">{words.expiresOn}</label>
        <input id="expiresOn" name="expiresOn" type="date" min={view.today} max={view.lastTokenDay} required />
      </p>
      <button type="submit" name="action" value="token">
        {words.add}
      </button>
    </form>
  )
}

/** The tokens of programs: which there are, and a new one. */
export function Tokens({ view }: { readonly view: View }): JSX.Element {
  const { locale } = useDesk()
  const words = tokenWords[locale]
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens">{words.tokens}</h2>
      <p>{words.note}</p>
      <ul className="desk-list">
        {view.tokens.map((token) => (
          <Token key={token.name} token={token} />
        ))}
      </ul>
      <NewToken view={view} />
    </section>
  )
}
