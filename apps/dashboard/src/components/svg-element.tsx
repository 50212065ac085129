import { tenths } from '@pejling/figures/svg-element'
import type { SvgElement } from '@pejling/figures/svg-element'
import { createElement } from 'react'
import type { JSX } from 'react'

const spelling: Readonly<Record<string, string>> = { class: 'className' }

/** As React spells it: `stroke-width` is `strokeWidth`; `data-` and `aria-` stay as they are. */
function reactName(attribute: string): string {
  if (/^(data|aria)-/.test(attribute)) return attribute
  return spelling[attribute] ?? attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** An element of a figure's drawing, as it is written on the server. */
export function SvgNode({ node }: { readonly node: SvgElement }): JSX.Element {
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).map(([name, value]) => [
      reactName(name),
      typeof value === 'number' ? tenths(value) : value,
    ]),
  )
  const children = node.children.map((child) =>
    typeof child === 'string' ? child : createElement(SvgNode, { node: child }),
  )
  return createElement(node.name, attributes, ...children)
}

/** Several of them, in the order they are drawn. */
export function SvgNodes({ nodes }: { readonly nodes: readonly SvgElement[] }): JSX.Element {
  return createElement('g', null, ...nodes.map((node) => createElement(SvgNode, { node })))
}
