import type { JSX } from 'react'

/** A link that begins a letter. */
export function EmailLink({ address }: { readonly address: string }): JSX.Element {
  return <a href={`mailto:${address}`}>{address}</a>
}

const noBreak = '\u00A0'

/** A link that dials; spaces in the number are for reading only, and never where a line ends. */
export function PhoneLink({ number }: { readonly number: string }): JSX.Element {
  return <a href={`tel:${number.replace(/[^+\d]/g, '')}`}>{number.replaceAll(' ', noBreak)}</a>
}
