import type { JSX, ReactNode } from 'react'

// What scrolls must be within reach of the keyboard in browsers that do not see to it themselves (WCAG 2.1.1).
const scrollsByKeyboard = { tabIndex: 0 }

/** A table that may be wider than its page and scrolls sideways by itself. */
export function TableScroll({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}): JSX.Element {
  return (
    <section className="table-scroll" aria-label={label} {...scrollsByKeyboard}>
      {children}
    </section>
  )
}
