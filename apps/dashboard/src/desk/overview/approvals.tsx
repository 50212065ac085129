import type { JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import type { Overview } from '@pejling/domain/workspace/overview'
import { locale, momentInWords, textOf } from '../client/locale.ts'
import { DeskLink } from '../widgets/desk-link.tsx'
import { words } from './overview-words.ts'

/** Releases that wait for their time or for somebody else, and those that cannot come out. */
export function Approvals({ overview: { planned } }: { readonly overview: Overview }): JSX.Element | null {
  if (planned.length === 0) return null
  return (
    <section aria-labelledby="approval">
      <h2 id="approval">{words.approval}</h2>
      <ul className="rows">
        {planned.map(({ number, title, publishAt, state, problem, plannedBy, awaitsApproval }) => (
          <li key={number}>
            <DeskLink to={deskPath(locale, 'publish')}>
              <strong>{textOf(title)}</strong>
            </DeskLink>
            <span className="second-line">
              {[
                words.plannedBy(plannedBy),
                publishAt === null ? null : momentInWords(publishAt),
                awaitsApproval ? words.awaits : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {state === 'outdated' && (
              <span data-tone="bad">
                {problem === null ? words.outdated : typeof problem === 'string' ? problem : textOf(problem)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
