import type { FigureTelling } from '@pejling/domain/workspace/releases'
import type { JSX } from 'react'
import { mentionKindWords, withdrawWords as words } from './withdraw-words.ts'

/** In how many documents a figure is told, and where else people have written it. */
export function Telling({ telling: { documents, mentions } }: { readonly telling: FigureTelling }): JSX.Element {
  return (
    <section aria-labelledby="telling" className="release-mentions">
      <h2 id="telling">{words.where}</h2>
      <p>{words.telling(documents)}</p>
      {mentions.length === 0 ? (
        <p>{words.noMentions}</p>
      ) : (
        <>
          <p>{words.mentions(mentions.length)}</p>
          <ul>
            {mentions.map(({ kind, key, text, found, published }) => (
              <li key={`${kind} ${key} ${text}`}>
                {mentionKindWords[kind] ?? kind} {key} ({published ? words.published : words.draft}):{' '}
                <q>
                  <Marked text={text} found={found} />
                </q>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** A text with the figure in it marked as it is written there. */
function Marked({ text, found }: { readonly text: string; readonly found: readonly string[] }): JSX.Element {
  const [first] = found
  const at = first === undefined ? -1 : text.indexOf(first)
  if (first === undefined || at < 0) return <>{text}</>
  return (
    <>
      {text.slice(0, at)}
      <mark>{first}</mark>
      {text.slice(at + first.length)}
    </>
  )
}
