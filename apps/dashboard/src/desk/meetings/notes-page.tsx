import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { openItems, type WrittenItem } from '@pejling/domain/meeting/meeting'
import { openSlideChannel } from '../../pages/meeting/slide-channel.ts'
import { dayInWords, locale } from '../client/locale.ts'
import { usePart } from '../client/parts.ts'
import { Page as Framed } from '../widgets/page.tsx'
import { Loaded } from '../widgets/state.tsx'
import { agendaQuery, meetingQuery } from './meetings.ts'
import { itemName, useSubjects } from './subjects.ts'
import { words } from './words.ts'
import './room.css'

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
}

/** The item on the wall, as the slides in the other window tell it; the arrow keys turn them. */
function useWall(slug: string): number {
  const [at, setAt] = useState(0)
  useEffect(() => {
    const channel = openSlideChannel(slug)
    channel.hear((message) => {
      if ('at' in message) setAt(message.at)
    })
    channel.tell({ ask: true })
    const onKey = (event: KeyboardEvent): void => {
      const step = steps[event.key]
      if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      channel.tell({ turn: step })
    }
    addEventListener('keydown', onKey)
    return () => {
      removeEventListener('keydown', onKey)
      channel.close()
    }
  }, [slug])
  return at
}

const twoDigits = (count: number): string => String(count).padStart(2, '0')

/** The time of day, and how long it has been. */
function Clock(): JSX.Element {
  const [start] = useState(() => Date.now())
  const [now, setNow] = useState(start)
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(ticking)
  }, [])
  const day = new Date(now)
  const seconds = Math.floor((now - start) / 1000)
  return (
    <p className="notes-clock">
      <time>{`${twoDigits(day.getHours())}.${twoDigits(day.getMinutes())}`}</time>{' '}
      <span className="field-help">{words.elapsed(`${Math.floor(seconds / 60)}:${twoDigits(seconds % 60)}`)}</span>
    </p>
  )
}

function Notes({ slug, items }: { readonly slug: string; readonly items: readonly WrittenItem[] }): JSX.Element {
  const at = useWall(slug)
  const subjects = useSubjects()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.children.item(at - 1)?.scrollIntoView({ block: 'start' })
  }, [at])
  return (
    <>
      <Clock />
      <ol className="notes" ref={list}>
        {items.map((item, index) => (
          <li key={item.slug} aria-current={at === index + 1 ? 'true' : undefined}>
            <h2>
              <span className="field-help">{index + 1}</span> <span lang="da">{itemName(item, subjects)}</span>
            </h2>
            {item.point !== null && (
              <p className="field-help" lang="da">
                {item.point}
              </p>
            )}
            <p className="notes-text" lang="da">
              {item.notes ?? words.noNotes}
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}

/** The speaker’s notes, in a window of their own beside the slides. Closed items are on no slide. */
export function Page(): JSX.Element {
  const slug = usePart('slug')
  const [meeting, agenda] = [useQuery(meetingQuery(slug)), useQuery(agendaQuery(slug))]
  const about = meeting.data?.value
  return (
    <Framed
      title={words.notesPage}
      lead={words.notesLead}
      trail={[
        {
          href: deskPath(locale, 'meeting', { slug }),
          label: about ? `${about.committee}, ${dayInWords(about.date)}` : words.meeting,
        },
      ]}
      width="text"
    >
      <Loaded query={agenda}>{({ value }) => <Notes slug={slug} items={openItems(value.items)} />}</Loaded>
    </Framed>
  )
}
