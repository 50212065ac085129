import type { JSX } from 'react'
import { encode } from 'uqr'

/** The still margin a reader needs around the code, in modules. */
const border = 2

/** An address as a QR code, for a camera in front of paper. Reads also where a tenth of it is smudged (level M). */
export function QrCode({ address, label }: { readonly address: string; readonly label: string }): JSX.Element {
  const { data, size } = encode(address, { ecc: 'M', border })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
