import type { JSX } from 'react'

/** An SVG made by the figures package, which escapes every text in it. */
export function Drawing({ svg, className }: { readonly svg: string; readonly className: string }): JSX.Element {
  return <span className={className} dangerouslySetInnerHTML={{ __html: svg }} />
}
