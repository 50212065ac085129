import { deskQuery } from '@pejling/addresses/desk'
import type { DeskView } from '@pejling/domain/desk/views'
import type { JSX } from 'react'
import { useDesk, writtenMoment } from './desk-page.ts'
import { publishWords } from './publish-messages.ts'

type Waiting = Extract<DeskView, { readonly page: 'desk' }>['planned'][number]
type PublishView = Extract<DeskView, { readonly page: 'publish' }>

/** How it stands with a planned release or withdrawal. */
export function PlannedState({ planned }: { readonly planned: Omit<Waiting, 'title'> }): JSX.Element {
  const { locale } = useDesk()
  const words = publishWords[locale]
  const { state, problem, needsApproval, approvedBy } = planned
  if (problem !== null) return <strong>{(state === 'outdated' ? words.didNot : words.willNot)[problem]}</strong>
  return <>{needsApproval && approvedBy === null ? words.unapproved : words.waiting}</>
}

/** The way to the review of just these indicators. */
function reviewOf(indicators: 'all' | readonly string[]): string {
  if (indicators === 'all') return ''
  return deskQuery([['chosen', '1'], ...indicators.map((slug) => ['only', slug] as const)])
}

function Decisions({ planned }: { readonly planned: PublishView['planned'][number] }): JSX.Element {
  const { words, locale, href } = useDesk()
  const { number, needsApproval, approvedBy, state, own, problem } = planned
  return (
    <form className="desk-buttons" method="post" action={href('planned')}>
      <input type="hidden" name="number" value={number} />
      {state === 'waiting' && problem === null && needsApproval && approvedBy === null && !own && (
        <button type="submit" name="decision" value="approve">
          {publishWords[locale].approve}
        </button>
      )}
      <button type="submit" name="decision" value="cancel">
        {words.cancelPlanned}
      </button>
    </form>
  )
}

/** Releases and withdrawals that have been decided and not made yet, and those that could not come out. */
export function Planned({ view }: { readonly view: PublishView }): JSX.Element | null {
  const { locale, href } = useDesk()
  const words = publishWords[locale]
  const { planned, mayPublish } = view
  if (planned.length === 0) return null
  return (
    <section aria-labelledby="planned">
      <h2 id="planned">{words.planned}</h2>
      <ul className="desk-list">
        {planned.map((one) => {
          const { number, title, note, indicators, plannedBy, publishAt, withdrawal } = one
          const way =
            withdrawal === null
              ? `${href('publish')}${reviewOf(indicators)}`
              : href('withdraw', { slug: withdrawal.indicator })
          return (
            <li key={number}>
              <span>
                <a href={way}>{title[locale]}</a>{' '}
                <span className="note">
                  {`${plannedBy.name}${publishAt === null ? '' : `, ${writtenMoment(publishAt, locale)}`}`}
                </span>
                {withdrawal !== null && (
                  <>
                    {' '}
                    <span>
                      {words.withdrawal(`${withdrawal.indicator}, ${withdrawal.series}, ${withdrawal.period}`)}.{' '}
                      {note?.[locale]}
                    </span>
                  </>
                )}
              </span>
              <span>
                <PlannedState planned={one} />
              </span>
              {mayPublish && <Decisions planned={one} />}
            </li>
          )
        })}
      </ul>
      {planned.some(
        ({ state, needsApproval, approvedBy, own }) =>
          state === 'waiting' && needsApproval && approvedBy === null && !own,
      ) && <p className="note">{words.approveNote}</p>}
    </section>
  )
}
