import { useState, type JSX } from 'react'
import { locale } from '../client/locale.ts'
import { workspaceAddress } from '../client/request.ts'
import { Tick } from '../widgets/tick.tsx'
import { words } from './words.ts'

const formats = ['pdf', 'pptx', 'xlsx', 'txt'] as const

/** The papers of a meeting, or of one item, as they are now. `path`: where they are, without their ending. */
export function Papers({ path, hasClosed }: { readonly path: string; readonly hasClosed: boolean }): JSX.Element {
  const [closed, setClosed] = useState(false)
  return (
    <>
      <ul className="papers">
        {formats.map((format) => (
          <li key={format}>
            <a href={workspaceAddress(`${path}.${format}`, { lang: locale, closed })} target="_blank" rel="noreferrer">
              {words.paperNames[format]}
            </a>
          </li>
        ))}
      </ul>
      {hasClosed && (
        <Tick isSelected={closed} onChange={setClosed}>
          {words.withClosed}
        </Tick>
      )}
    </>
  )
}
