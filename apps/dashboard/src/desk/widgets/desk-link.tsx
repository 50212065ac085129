import { useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, JSX, MouseEvent } from 'react'

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

/** A link within the desk, by an address of `deskPath`: the page changes without being loaded again. */
export function DeskLink({
  to,
  children,
  ...rest
}: Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'> & { readonly to: string }): JSX.Element {
  const { history } = useRouter()
  return (
    <a
      {...rest}
      href={to}
      onClick={(event) => {
        if (!isPlainClick(event) || rest.target !== undefined) return
        event.preventDefault()
        history.push(to)
      }}
    >
      {children}
    </a>
  )
}
