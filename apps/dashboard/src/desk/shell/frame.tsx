import { Outlet } from '@tanstack/react-router'
import type { JSX } from 'react'
import { Messages } from '../widgets/messages.tsx'
import { wordsOf } from '../client/locale.ts'
import { Gates } from './gates.tsx'
import { Navigation } from './navigation.tsx'
import { ConnectionNotice } from './connection-notice.tsx'
import { Palette } from './palette.tsx'
import { isDemonstration } from './site.ts'

const words = wordsOf({
  da: { skip: 'Gå til indhold', demonstration: 'Demonstration: tallene er opfundet.' },
  en: { skip: 'Skip to content', demonstration: 'Demonstration: the figures are invented.' },
})

/** What surrounds every page of the desk. */
export function Frame(): JSX.Element {
  return (
    <>
      <a className="skip-link" href="#main">
        {words.skip}
      </a>
      <div className="desk">
        <Navigation />
        <main id="main" tabIndex={-1}>
          {isDemonstration && <p className="desk-demonstration">{words.demonstration}</p>}
          <ConnectionNotice />
          <Palette />
          <Outlet />
        </main>
      </div>
      <Messages />
      <Gates />
    </>
  )
}
