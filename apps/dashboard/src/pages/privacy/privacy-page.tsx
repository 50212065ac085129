import type { JSX, ReactNode } from 'react'
import type { Site } from '@pejling/page-contract/site'
import { EmailLink, PhoneLink } from '../../components/contact.tsx'
import { usePage } from '../../components/page-context.ts'
import { privacyWords } from './messages.ts'
import type { Part } from './messages.ts'

const authority = 'https://www.datatilsynet.dk'

function Section({ part, children }: { readonly part: Part; readonly children?: ReactNode }): JSX.Element {
  const { id, title, text } = part
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {children}
    </section>
  )
}

function Contact({ contact: { email, phone } }: Pick<Site, 'contact'>): JSX.Element {
  const { locale } = usePage()
  const words = privacyWords[locale]
  if (email === null && phone === null) return <>{words.noContact}</>
  return (
    <>
      {words.contact} {email !== null && <EmailLink address={email} />}
      {email !== null && phone !== null && ` ${words.or} `}
      {phone !== null && <PhoneLink number={phone} />}.
    </>
  )
}

/** What is known about those who read the pages: as good as nothing. */
export function PrivacyPage({ site: { contact } }: { readonly site: Site }): JSX.Element {
  const { locale } = usePage()
  const words = privacyWords[locale]
  return (
    <div className="prose">
      <h1>{words.head.title}</h1>
      <p className="lead">{words.lead}</p>
      {words.parts.map((part) => (
        <Section key={part.id} part={part} />
      ))}
      <Section part={words.rights}>
        <p>
          <Contact contact={contact} />
        </p>
        <p>
          {words.complain} <a href={authority}>{words.authority}</a>.
        </p>
      </Section>
    </div>
  )
}
