import { formatDate } from '@pejling/domain/period/period'
import type { Release } from '@pejling/domain/release/release'
import type { JSX } from 'react'
import { usePage } from '../../components/page-context.ts'
import { releaseWords } from './messages.ts'

/** All releases, newest first: what each was about, what it changed, and the pages as they were. */
export function ReleasesPage({ releases }: { readonly releases: readonly Release[] }): JSX.Element {
  const { locale, links } = usePage()
  const words = releaseWords[locale]
  return (
    <>
      <h1>{words.list.title}</h1>
      <p className="lead">{words.lead}</p>
      <p className="note">
        <a href={links.feed(null)}>{words.feed}</a>
      </p>
      <ol className="release-list" reversed>
        {releases.map(({ number, title, note, publishedAt, publishedBy }, index) => (
          <li key={number}>
            <span className="release-number" aria-hidden="true">
              {number}
            </span>
            <div>
              <h2>{title[locale]}</h2>
              <p className="note">
                {[
                  ...(index === 0 ? [words.current] : []),
                  words.publishedBy(formatDate(publishedAt, locale), publishedBy),
                ].join(' · ')}
              </p>
              {note && <p className="release-note">{note[locale]}</p>}
              <ul className="link-row">
                <li>
                  <a href={links.release(number)}>{words.whatChanged(number)}</a>
                </li>
                <li>
                  <a href={links.overviewIn(number)}>{words.asItWas(number)}</a>
                </li>
              </ul>
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
