import { useEffect, useRef, type JSX, type ReactNode } from 'react'
import { DeskLink } from './desk-link.tsx'

/** A page of the desk: its title is what the document is called, and has the focus when the page is new. */
export function Page({
  title,
  lead,
  trail,
  actions,
  children,
  width = 'wide',
}: {
  readonly title: string
  readonly lead?: ReactNode
  /** The pages above it. */
  readonly trail?: readonly { readonly href: string; readonly label: string }[]
  /** What can be done with all of it. */
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** `text`: as wide as is good to read. */
  readonly width?: 'wide' | 'text'
}): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Pejling`
  }, [title])
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className="page" data-width={width}>
      <header className="page-head">
        {trail !== undefined && trail.length > 0 && (
          <ol className="trail">
            {trail.map(({ href, label }) => (
              <li key={href}>
                <DeskLink to={href}>{label}</DeskLink>
              </li>
            ))}
          </ol>
        )}
        <div className="page-title">
          <h1 tabIndex={-1} ref={heading}>
            {title}
          </h1>
          {actions !== undefined && <div className="page-actions">{actions}</div>}
        </div>
        {lead !== undefined && <div className="page-lead">{lead}</div>}
      </header>
      {children}
    </div>
  )
}
