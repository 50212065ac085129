import type { JSX } from 'react'

/** The product's mark, a compass needle; its name stands beside it. */
export function Wordmark(): JSX.Element {
  return (
    <svg className="wordmark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <circle cx="12" cy="12" r="10.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M12 5 15 12 12 19 9 12Z" fill="currentColor" />
    </svg>
  )
}
