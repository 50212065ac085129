import { writableText } from '@pejling/domain/writable-text'

/** The attributes of an element, as SVG spells them. Numbers are written with one decimal. */
export type SvgAttributes = Readonly<Record<string, string | number>>

/** An element of a drawing as data, so that one description of a chart can become text on the server and elements in a browser. */
export interface SvgElement {
  readonly name: string
  readonly attributes: SvgAttributes
  readonly children: readonly (SvgElement | string)[]
}

/** An element of a drawing. */
export function element(
  name: string,
  attributes: SvgAttributes,
  children: readonly (SvgElement | string)[] = [],
): SvgElement {
  return { name, attributes, children }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string =>
  writableText(text).replace(/[&<>"']/g, (character) => entities[character] ?? '')

/** A number as it is written in a drawing: with one decimal, a tenth of a pixel. */
export function tenths(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** The element as XML text; every text in it is escaped. */
export function markup({ name, attributes, children }: SvgElement): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? tenths(value) : value)}"`,
  )
  const content = children.map((child) => (typeof child === 'string' ? escaped(child) : markup(child))).join('')
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`
}
