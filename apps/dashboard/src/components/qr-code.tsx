import type { JSX } from 'react'
import { encode } from 'uqr'

/** The still margin a reader needs around the code, in modules. */
const border = 2

/** The dark modules of a row as strokes, each as long as they lie side by side. */
function strokes(row: readonly boolean[], y: number): string {
  return row
    .flatMap((isDark, x) => {
      if (!isDark || row[x - 1] === true) return []
      const end = row.indexOf(false, x)
      const length = (end === -1 ? row.length : end) - x
      return [`M${x} ${y}h${length}v1h-${length}z`]
    })
    .join('')
}

/** An address as a QR code, for a camera before a wall or paper. Reads also where a tenth of it is smudged (level M). */
export function QrCode({ address, label }: { readonly address: string; readonly label: string }): JSX.Element {
  const { data, size } = encode(address, { ecc: 'M', border })
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={data.map(strokes).join('')} fill="#000" />
    </svg>
  )
}
