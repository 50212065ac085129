import { comparedKinds, comparedSides } from '@pejling/addresses/words'
import type { DeskView } from '@pejling/domain/desk/views'
import type { JSX } from 'react'
import { useDesk } from './desk-page.ts'

type View = Extract<DeskView, { readonly page: 'side-by-side' }>

/** A public page before and after the next release, beside each other; one below the other where there is no room. */
export function SideBySide({ view }: { readonly view: View }): JSX.Element {
  const { words, href } = useDesk()
  return (
    <>
      <p>
        <a href={href('publish')}>{words.review}</a>
      </p>
      <div className="desk-sides">
        {(['before', 'after'] as const).map((side) => (
          <section key={side} aria-labelledby={side}>
            <h2 id={side}>{words.sides[side]}</h2>
            {/* The page as it is, but for its script. */}
            <iframe
              title={words.sides[side]}
              src={href('compareSide', { kind: comparedKinds[view.kind], key: view.key, side: comparedSides[side] })}
              sandbox="allow-same-origin"
            />
          </section>
        ))}
      </div>
    </>
  )
}
