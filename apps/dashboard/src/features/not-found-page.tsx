import type { JSX } from 'react'
import { usePage } from '../components/page-context.ts'

/** What a reader sees at an address that leads nowhere: why, and where to go on. */
export function NotFoundPage(): JSX.Element {
  const { words, links } = usePage()
  return (
    <>
      <h1>{words.notFound.title}</h1>
      <p className="lead">{words.notFound.text}</p>
      <ul>
        <li>
          <a href={links.overview}>{words.notFound.overview}</a>
        </li>
        <li>
          <a href={links.api}>{words.notFound.data}</a>
        </li>
      </ul>
    </>
  )
}
