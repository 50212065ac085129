import type { DeskView } from '@pejling/domain/desk/views'
import { Sharing } from '@pejling/domain/meeting/meeting'
import { formatDate } from '@pejling/domain/period/period'
import type { JSX } from 'react'
import { meetingLinks } from '@pejling/addresses/meetings'
import { useDesk } from './desk-page.ts'

interface Part {
  readonly view: Extract<DeskView, { readonly page: 'meeting' }>
}

/** Where what others see is to be seen, and taken along. */
function Shown({ view: { address, shared, meeting } }: Part): JSX.Element {
  const { words, locale, href } = useDesk()
  const own = words.meeting
  if (shared === null) return <p>{own.notShared}</p>
  if (address === null) return <p>{own.shared[shared.sharing](formatDate(shared.sharedAt, locale), shared.version)}</p>
  const links = meetingLinks(address, locale)
  const ways = [
    [links.agenda, own.agenda],
    [links.slides, own.slides],
    [href('notes', { slug: meeting.slug }), words.titles.notes],
    [links.appendix, own.appendix],
    [links.pdf, own.pdf],
    [links.caseText, own.caseText],
    [links.powerpoint, 'PowerPoint'],
    [links.workbook, own.workbook],
  ] as const
  return (
    <>
      <p>{own.shared[shared.sharing](formatDate(shared.sharedAt, locale), shared.version)}</p>
      {shared.lastDay !== null && <p>{own.until(formatDate(shared.lastDay, locale))}</p>}
      {!shared.isCurrent && <p className="desk-problem">{own.changedSince}</p>}
      <ul className="link-row">
        {ways.map(([to, name]) => (
          <li key={to}>
            <a href={to}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** A meeting: its agenda, who may see it, and what is shown of it. */
export function MeetingDesk({ view }: Part): JSX.Element {
  const { words, locale, href } = useDesk()
  const { meeting, items, mayWrite, mayShare } = view
  const own = words.meeting
  return (
    <>
      <p className="lead">
        <span lang="da">{meeting.committee}</span>
        {`, ${formatDate(meeting.date, locale)}`}
      </p>
      <ul className="link-row">
        <li>
          <a href={href('committee')}>{words.titles.committee}</a>
        </li>
        <li>
          <a href={href('edit', { kind: 'moede', key: meeting.slug })}>{words.editTitles.moede}</a>
        </li>
      </ul>
      <p className="note">{own.pinned(meeting.release)}</p>
      <section aria-labelledby="items">
        <h2 id="items">{own.items}</h2>
        {items.length === 0 && <p>{own.noItems}</p>}
        <ol className="desk-list">
          {items.map(({ slug, name, decided }) => (
            <li key={slug}>
              <a href={href('edit', { kind: 'punkt', key: `${meeting.slug}.${slug}` })}>{name[locale]}</a>
              {decided && <span className="note">{own.decided}</span>}
            </li>
          ))}
        </ol>
        {mayWrite && (
          <p>
            <a href={href('edit', { kind: 'nyt-punkt', key: meeting.slug })}>{words.editTitles['nyt-punkt']}</a>
          </p>
        )}
      </section>
      <section aria-labelledby="sharing">
        <h2 id="sharing">{own.sharing}</h2>
        <Shown view={view} />
        {mayShare && (
          <form method="post" action={href('meeting', { slug: meeting.slug })} className="desk-buttons">
            <p className="desk-field">
              <label htmlFor="lastDay">{own.lastDay}</label>
              <input id="lastDay" name="lastDay" type="date" defaultValue={view.shared?.lastDay ?? ''} />
            </p>
            {Sharing.options.map((sharing) => (
              <button key={sharing} type="submit" name="sharing" value={sharing}>
                {own.share[sharing]}
              </button>
            ))}
            {view.shared?.sharing === 'link' && (
              <button type="submit" name="sharing" value="new-link">
                {own.newLink}
              </button>
            )}
          </form>
        )}
      </section>
    </>
  )
}

/** The speaker's notes, in a window of their own beside the slides. */
export function Notes({ view }: { readonly view: Extract<DeskView, { readonly page: 'notes' }> }): JSX.Element {
  const { words, locale } = useDesk()
  const { slug, items } = view
  const own = words.meeting
  return (
    <div className="desk-notes" data-notes={slug}>
      <p className="note">{own.notesNote}</p>
      <p className="desk-clock">
        <time data-clock="" /> <span data-elapsed="" />
      </p>
      <ol>
        {items.map(({ name, notes, point }, index) => (
          <li key={name.da} data-slide={index + 1}>
            <h2>
              <span className="note">{index + 1}</span> {name[locale]}
            </h2>
            {point !== null && (
              <p className="note" lang="da">
                {point}
              </p>
            )}
            <p className="desk-note-text" lang="da">
              {notes ?? own.noNotes}
            </p>
          </li>
        ))}
      </ol>
    </div>
  )
}
