import type { FrameworkDocument } from '@pejling/domain/release/documents'
import { frameworkSentence } from '@pejling/domain/sentence/framework-sentence'
import type { JSX } from 'react'
import { usePage } from '../../components/page-context.ts'
import { GoalsAtAGlance } from './goals-at-a-glance.tsx'
import { frontWords } from './messages.ts'

const goalsOf = ({ focusAreas }: FrameworkDocument) => focusAreas.flatMap(({ goals }) => goals)

function Policy({ document }: { readonly document: FrameworkDocument }): JSX.Element {
  const { locale, links } = usePage()
  const { slug, title, levels } = document.framework
  const total = goalsOf(document).length
  return (
    <section className="policy" aria-labelledby={slug}>
      <h2 id={slug}>
        <a href={links.policy(slug)}>{title[locale]}</a>
      </h2>
      <p className="lead">{document.sentence[locale]}</p>
      <GoalsAtAGlance document={document} isOneOfSeveral />
      <p>
        <a href={links.policy(slug)}>
          {frontWords[locale].toPolicy(total, levels.goal[total === 1 ? 'one' : 'other'][locale])}
          <span className="visually-hidden">{` (${title[locale]})`}</span>
        </a>
      </p>
    </section>
  )
}

/** Where a municipality measures several policies: the finding over all of them, then each with its goals as marks. */
export function FrontPage({ documents }: { readonly documents: readonly FrameworkDocument[] }): JSX.Element {
  const { locale, words } = usePage()
  const organisation = documents[0]?.framework.organisation.name[locale] ?? ''
  const until = documents
    .flatMap(({ figuresUntil }) => figuresUntil ?? [])
    .toSorted()
    .at(-1)
  const verdicts = documents.flatMap(goalsOf).map(({ verdict }) => verdict)
  return (
    <>
      <p className="eyebrow">
        {[
          organisation,
          frontWords[locale].policies(documents.length),
          ...(until === undefined ? [] : [words.figuresUntil(until)]),
        ].join(' · ')}
      </p>
      <h1>{frameworkSentence(verdicts)[locale].replace(/\.$/, '')}</h1>
      {documents.map((document) => (
        <Policy key={document.framework.slug} document={document} />
      ))}
    </>
  )
}
