import type { JSX } from 'react'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { ListKinds } from './list-kinds.tsx'
import { listAddress } from './list-address.ts'
import { words } from './list-words.ts'
import './lists.css'

/** Which lists there are, and what each is for. */
export function Page(): JSX.Element {
  return (
    <Framed title={words.title} lead={words.lead} width="text">
      <ul className="list-cards">
        {ListKinds.options.map((kind) => (
          <li key={kind}>
            <h2>
              <DeskLink to={listAddress(kind)}>{words.lists[kind].title}</DeskLink>
            </h2>
            <p>{words.lists[kind].about}</p>
          </li>
        ))}
      </ul>
    </Framed>
  )
}
