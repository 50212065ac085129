import type { MeetingsDocument } from '@pejling/domain/meeting/meeting'
import { formatDate } from '@pejling/domain/period/period'
import type { JSX } from 'react'
import { usePage } from '../../components/page-context.ts'
import { meetingPath } from '@pejling/addresses/meetings'
import { meetingsWords } from './messages.ts'

/** The public meetings, the newest first. */
export function MeetingsPage({ meetings }: MeetingsDocument): JSX.Element {
  const { locale } = usePage()
  const words = meetingsWords[locale]
  return (
    <>
      <h1>{words.head.title}</h1>
      <p className="lead">{words.lead}</p>
      {meetings.length === 0 && <p>{words.none}</p>}
      <ul className="ideas">
        {meetings.map(({ slug, committee, date, items }) => (
          <li key={slug}>
            <a
              href={meetingPath('agenda', { slug, secret: null }, locale)}
            >{`${committee}, ${formatDate(date, locale)}`}</a>{' '}
            <span className="note">{words.items(items)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
