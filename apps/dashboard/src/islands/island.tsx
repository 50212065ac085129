import type { JSX, ReactNode } from 'react'
import { usePage, useRelease } from '../components/page-context.ts'

interface IslandProps {
  /** Which script takes it over; see `app/entry-client.ts`. */
  readonly name: string
  /** What it is about, where that is one thing: the slug of an indicator. */
  readonly subject?: string
  /** What of its choices it shows as it is written, in the words of an address: `?opdeling=alder`; left out: it has none. */
  readonly shown?: string
  readonly children: ReactNode
}

/** A part of a page that is whole as it stands, and does more once a reader turns to it and a script has taken it over. */
export function Island({ name, subject, shown, children }: IslandProps): JSX.Element {
  const { locale, links } = usePage()
  const { number } = useRelease()
  return (
    <div
      className={`island island-${name}`}
      data-island={name}
      data-locale={locale}
      data-release={number}
      data-pinned={links.pinnedTo !== null}
      data-subject={subject}
      data-shown={shown}
    >
      {children}
    </div>
  )
}
