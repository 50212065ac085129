import type { JSX } from 'react'
import { encode } from 'uqr'

/** The still margin a reader needs around the code, in modules. */
const border = 2

/** A row's dark modules as strokes along its middle, each as long as they lie side by side, from the one before on. */
function strokes(row: readonly boolean[], y: number): string {
  let drawn = ''
  let at = 0
  for (const { 0: run, index } of row.map(Number).join('').matchAll(/1+/g)) {
    drawn += `${drawn === '' ? `M${index} ${y}` : `m${index - at} 0`}h${run.length}`
    at = index + run.length
  }
  return drawn
}

/** An address as a QR code, for a camera before a wall or paper. Reads also where a tenth of it is smudged (level M). */
export function QrCode({ address, label }: { readonly address: string; readonly label: string }): JSX.Element {
  const { data, size } = encode(address, { ecc: 'M', border })
  // The middle of the first row lies at 0.
  return (
    <svg className="qr" viewBox={`0 -0.5 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect y={-0.5} width={size} height={size} fill="#fff" />
      <path d={data.map(strokes).join('')} stroke="#000" />
    </svg>
  )
}
