import type { JSX } from 'react'
import type { Site } from '../../app/site.ts'
import { usePage } from '../../components/page-context.ts'
import { privacyWords } from './messages.ts'

const authority = 'https://www.datatilsynet.dk'

/** What is known about those who read the pages: as good as nothing. */
export function PrivacyPage({ site }: { readonly site: Site }): JSX.Element {
  const { locale } = usePage()
  const words = privacyWords[locale]
  const { email } = site.contact
  return (
    <div className="prose">
      <h1>{words.head.title}</h1>
      <p className="lead">{words.lead}</p>
      {words.parts.map(({ id, title, text }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          {text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      <p className="aside">
        {email !== null && (
          <>
            {words.contact} <a href={`mailto:${email}`}>{email}</a>.{' '}
          </>
        )}
        {words.authorityText} <a href={authority}>{words.authority}</a>.
      </p>
    </div>
  )
}
