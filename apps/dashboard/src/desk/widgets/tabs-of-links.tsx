import type { JSX } from 'react'
import { DeskLink } from './desk-link.tsx'

/** Pages that belong together, each with an address of its own. */
export function TabsOfLinks({
  label,
  tabs,
}: {
  readonly label: string
  readonly tabs: readonly { readonly href: string; readonly label: string; readonly isCurrent: boolean }[]
}): JSX.Element {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <DeskLink key={tab.href} to={tab.href} aria-current={tab.isCurrent ? 'page' : undefined}>
          {tab.label}
        </DeskLink>
      ))}
    </nav>
  )
}
