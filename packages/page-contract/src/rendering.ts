/**
 * What a page is rendered for: `live` is sent by the server; `file` is kept on a server that sends no headers of ours, so that the
 * page states its security policy itself; `standalone` needs nothing but itself: its typefaces are part of it, its links name the
 * host, and it neither runs a script nor asks the network for anything. Whether a page is of a release that its address names is
 * another matter: a file may be.
 */
export type RenderMode = 'live' | 'standalone' | 'file'

/** How a page is rendered, and what it is made to load. */
export interface Rendering<Styles = string> {
  readonly mode: RenderMode
  readonly assets: Assets<Styles>
  /** The security policy of a page with these style sheets, for a page that states it itself. */
  readonly policy: (styles: readonly string[]) => string
}

/** The files a page loads. `Styles`: the text of the style sheet it carries, or of each of those there are to choose from. */
export interface Assets<Styles = string> {
  readonly styles: Styles
  /** The address of the script. */
  readonly script: string
  /** The addresses of the typefaces. */
  readonly fonts: readonly string[]
}

/** The style sheets of public pages: the overview’s, an indicator’s, any other’s. */
export type PageStyles = Readonly<Record<'overview' | 'indicator' | 'other', string>>

/** A whole HTML document, with the text of each style sheet it carries. */
export interface RenderedPage {
  readonly html: string
  readonly styles: readonly string[]
}
