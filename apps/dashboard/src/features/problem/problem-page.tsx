import type { JSX } from 'react'
import { parameterName } from '../../app/paths.ts'
import { usePage } from '../../components/page-context.ts'
import { problemWords } from './messages.ts'
import type { PageProblem } from './messages.ts'

/** What a reader sees where a page cannot be shown: why, and where to go on. */
export function ProblemPage({ problem }: { readonly problem: PageProblem }): JSX.Element {
  const { locale, links } = usePage()
  const words = problemWords[locale]
  const { title, text } = words[problem]
  const ways = [
    [links.overview, words.overview],
    [links.page('data'), words.data],
  ] as const
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      {problem === 'notFound' && (
        <section aria-labelledby="what-now">
          <h2 id="what-now">{words.whatNow}</h2>
          <form className="search" action={links.search}>
            <label htmlFor="query">{words.search}</label>
            <span className="search-field">
              <input id="query" type="search" name={parameterName('query', locale)} />
              <button type="submit">{words.find}</button>
            </span>
          </form>
          <ul>
            {ways.map(([href, label]) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {problem === 'internal' && (
        <p>
          <a href={links.overview}>{words.overview}</a>
        </p>
      )}
    </>
  )
}
