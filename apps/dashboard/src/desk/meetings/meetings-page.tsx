import { useQuery } from '@tanstack/react-query'
import type { JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { deskParameters } from '@pejling/addresses/words'
import { danishToday } from '../client/today.ts'
import type { WorkspaceMeeting } from '@pejling/domain/workspace/meetings'
import { z } from 'zod'
import { TableScroll } from '../../components/table-scroll.tsx'
import { dayInWords, locale } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { useSearchState } from '../client/search.ts'
import { Choice } from '../widgets/choice.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Loaded } from '../widgets/state.tsx'
import { meetingsQuery } from './meetings.ts'
import { words } from './words.ts'
import './room.css'

const Search = z.object({ [deskParameters.committee]: z.string().catch('') })

/** A filter that lets everything through. */
const any = 'alle'

function Table({
  label,
  meetings,
}: {
  readonly label: string
  readonly meetings: readonly WorkspaceMeeting[]
}): JSX.Element {
  return (
    <TableScroll label={label}>
      <table className="list meetings">
        <thead>
          <tr>
            <th scope="col">{words.date}</th>
            <th scope="col">{words.committee}</th>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.items}</th>
            <th scope="col">{words.sharing}</th>
          </tr>
        </thead>
        <tbody>
          {meetings.map(({ slug, committee, date, place, items, sharing }) => (
            <tr key={slug}>
              <th scope="row">
                <DeskLink to={deskPath(locale, 'meeting', { slug })} aria-label={`${committee}, ${dayInWords(date)}`}>
                  {dayInWords(date)}
                </DeskLink>
              </th>
              <td lang="da">{committee}</td>
              <td lang="da">{place}</td>
              <td className="number">{items}</td>
              <td>{words.sharings[sharing]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function Meetings({ meetings }: { readonly meetings: readonly WorkspaceMeeting[] }): JSX.Element {
  const [given, change] = useSearchState(Search)
  if (meetings.length === 0) return <Empty>{words.none}</Empty>
  const committee = given[deskParameters.committee]
  const today = danishToday()
  const meant = meetings.filter((one) => committee === '' || one.committee === committee)
  const coming = meant.filter(({ date }) => date >= today).toSorted((a, b) => a.date.localeCompare(b.date))
  const held = meant.filter(({ date }) => date < today)
  const committees = [...new Set(meetings.map((one) => one.committee))].toSorted((a, b) => a.localeCompare(b, 'da'))
  return (
    <>
      {committees.length > 1 && (
        <div className="meeting-filters">
          <Choice
            label={words.committee}
            value={committee || any}
            onChange={(value) => change({ [deskParameters.committee]: value === any ? '' : value })}
            options={[
              { value: any, label: words.allCommittees },
              ...committees.map((value) => ({ value, label: value })),
            ]}
          />
        </div>
      )}
      <div>
        <h2>{words.coming}</h2>
        {coming.length === 0 ? <p>{words.noneComing}</p> : <Table label={words.coming} meetings={coming} />}
      </div>
      {held.length > 0 && (
        <div className="held">
          <h2>{words.held}</h2>
          <Table label={words.held} meetings={held} />
        </div>
      )}
    </>
  )
}

/** All meetings: those to come, and those that were held. */
export function Page(): JSX.Element {
  const query = useQuery(meetingsQuery)
  const mayWrite = useMay('meetings')
  return (
    <Framed
      title={words.meetings}
      lead={words.lead}
      actions={
        <>
          <DeskLink className="button" to={deskPath(locale, 'decisions')}>
            {words.decisions}
          </DeskLink>
          {mayWrite && (
            <DeskLink className="button" data-weight="primary" to={deskPath(locale, 'newMeeting')}>
              {words.newMeeting}
            </DeskLink>
          )}
        </>
      }
    >
      <Loaded query={query}>{(meetings) => <Meetings meetings={meetings} />}</Loaded>
    </Framed>
  )
}
