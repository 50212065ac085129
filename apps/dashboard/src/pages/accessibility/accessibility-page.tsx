import { formatDate } from '@pejling/domain/period/period'
import type { JSX } from 'react'
import type { Site } from '@pejling/page-contract/site'
import { EmailLink, PhoneLink } from '../../components/contact.tsx'
import { usePage, useRelease } from '../../components/page-context.ts'
import { accessibilityWords } from './messages.ts'

const authority = 'https://digst.dk/digital-inklusion/webtilgaengelighed/oplever-du-ikke-tilgaengeligt-indhold/'

function Contact({ contact: { email, phone } }: Pick<Site, 'contact'>): JSX.Element {
  const { locale } = usePage()
  const words = accessibilityWords[locale]
  if (email === null && phone === null) return <p>{words.noContact}</p>
  return (
    <>
      <p>{words.contact}</p>
      <ul>
        <li>
          {email === null ? (
            words.noEmail
          ) : (
            <>
              {words.byEmail} <EmailLink address={email} />
            </>
          )}
        </li>
        <li>
          {phone === null ? (
            words.noPhone
          ) : (
            <>
              {words.byPhone} <PhoneLink number={phone} />
            </>
          )}
        </li>
      </ul>
    </>
  )
}

function List({ items }: { readonly items: readonly string[] }): JSX.Element {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}

/** The accessibility statement: how far the pages can be used by everyone, how that is known, and where to turn. */
export function AccessibilityPage({ site }: { readonly site: Site }): JSX.Element {
  const { locale } = usePage()
  const { number, publishedAt } = useRelease()
  const words = accessibilityWords[locale]
  return (
    <div className="prose">
      <h1>{words.head.title}</h1>
      {site.registeredStatement !== null && (
        <p className="registered">
          <a href={site.registeredStatement}>{words.registered}</a>
        </p>
      )}
      <p className="lead">{words.lead}</p>
      <section aria-labelledby="status">
        <h2 id="status">{words.statusTitle}</h2>
        {words.status.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {site.registeredStatement === null && <p>{words.notRegistered}</p>}
        <p>{words.shownFor(number, formatDate(publishedAt, locale))}</p>
      </section>
      <section aria-labelledby="known">
        <h2 id="known">{words.knownTitle}</h2>
        <List items={words.known} />
      </section>
      <section aria-labelledby="tested">
        <h2 id="tested">{words.testedTitle}</h2>
        <p>{words.testedLead}</p>
        <List items={words.tested} />
        <p>{words.untested}</p>
      </section>
      <section aria-labelledby="contact">
        <h2 id="contact">{words.contactTitle}</h2>
        <Contact contact={site.contact} />
      </section>
      <section aria-labelledby="appeal">
        <h2 id="appeal">{words.appealTitle}</h2>
        <p>{words.appeal}</p>
        <p>
          <a href={authority}>{words.authority}</a>
        </p>
      </section>
    </div>
  )
}
