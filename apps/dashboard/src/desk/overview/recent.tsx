import { useQuery } from '@tanstack/react-query'
import type { JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { ChangeSetSummary } from '@pejling/domain/workspace/change-sets'
import { locale, momentInWords, textOf } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { pageOf } from '../client/queries.ts'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Loaded } from '../widgets/state.tsx'
import { words } from './overview-words.ts'

/** What has been done lately, in sentences. */
export function Recent(): JSX.Element | null {
  const mayRead = useMay('history:read')
  const query = useQuery({ ...pageOf(ChangeSetSummary, '/change-sets', { limit: 5 }), enabled: mayRead })
  if (!mayRead) return null
  return (
    <section aria-labelledby="recently">
      <h2 id="recently">{words.recently}</h2>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="field-help">{words.nothingYet}</p>
          ) : (
            <ul className="rows">
              {items.map(({ number, sentence, at }) => (
                <li key={number}>
                  <DeskLink to={deskPath(locale, 'changeSet', { number })}>{textOf(sentence)}</DeskLink>
                  <span className="second-line">{momentInWords(at)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <p>
        <DeskLink to={deskPath(locale, 'history')}>{words.history}</DeskLink>
      </p>
    </section>
  )
}
