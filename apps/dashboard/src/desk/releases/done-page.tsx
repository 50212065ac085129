import { deskPath } from '@pejling/addresses/desk'
import { linksFor } from '@pejling/addresses/links'
import { Release } from '@pejling/domain/release/release'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { JSX } from 'react'
import { z } from 'zod'
import { locale, momentInWords, wordsOf } from '../client/locale.ts'
import { allOf } from '../client/queries.ts'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Loaded } from '../widgets/state.tsx'

const words = wordsOf({
  da: {
    title: (number: string) => `Udgivelse nr. ${number} er ude`,
    by: (who: string, at: string) => `Udgivet ${at} af ${who}.`,
    see: 'Se udgivelsen på hjemmesiden',
    more: 'Til listen over det, der venter',
    none: 'Der er ingen udgivelse med det nummer.',
  },
  en: {
    title: (number: string) => `Release no. ${number} is out`,
    by: (who: string, at: string) => `Published ${at} by ${who}.`,
    see: 'See the release on the site',
    more: 'To the list of what waits',
    none: 'There is no release of that number.',
  },
})

/** A release that has been made, and the way to its public page. */
export function Page(): JSX.Element {
  const { number } = z.object({ number: z.string() }).parse(useParams({ strict: false }))
  const query = useQuery(allOf(Release, '/releases'))
  return (
    <Framed title={words.title(number)} width="text">
      <Loaded query={query}>
        {(releases) => {
          const release = releases.find((one) => String(one.number) === number)
          if (release === undefined) return <Empty>{words.none}</Empty>
          return (
            <>
              <p className="page-lead">{release.title[locale]}</p>
              <p>{words.by(release.publishedBy, momentInWords(release.publishedAt))}</p>
              <p>
                <a className="button" data-weight="primary" href={linksFor(locale, null).release(release.number)}>
                  {words.see}
                </a>
              </p>
              <p>
                <DeskLink to={deskPath(locale, 'publish')}>{words.more}</DeskLink>
              </p>
            </>
          )
        }}
      </Loaded>
    </Framed>
  )
}
