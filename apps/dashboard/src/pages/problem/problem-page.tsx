import type { JSX } from 'react'
import { parameterWords } from '@pejling/addresses/words'
import { usePage } from '../../components/page-context.ts'
import { problemWords } from './messages.ts'
import type { PageProblem } from './messages.ts'

/** Where a reader may go who found nothing: the search, and the pages that list everything. */
function WaysOn(): JSX.Element {
  const { locale, links } = usePage()
  const words = problemWords[locale]
  const ways = [
    [links.overview, words.overview],
    [links.page('data'), words.data],
    [links.page('releases'), words.releases],
  ] as const
  return (
    <section aria-labelledby="what-now">
      <h2 id="what-now">{words.whatNow}</h2>
      <search>
        <form className="search" action={links.search}>
          <label htmlFor="query">{words.search}</label>
          <span className="search-field">
            <input id="query" type="search" name={parameterWords.query[locale]} autoComplete="off" />
            <button type="submit">{words.find}</button>
          </span>
        </form>
      </search>
      <ul className="ways-on">
        {ways.map(([href, label]) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a reader sees where a page cannot be shown: why, and where to go on. */
export function ProblemPage({ problem }: { readonly problem: PageProblem }): JSX.Element {
  const { locale, links } = usePage()
  const words = problemWords[locale]
  const { title, text } = words[problem]
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      {problem === 'notFound' && <WaysOn />}
      {problem === 'internal' && (
        <ul className="ways-on">
          <li>
            <a href={links.overview}>{words.overview}</a>
          </li>
        </ul>
      )}
    </>
  )
}
