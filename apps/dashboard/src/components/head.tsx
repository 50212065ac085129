import { siteFiles } from '@pejling/addresses/words'
import type { RenderMode, Rendering } from '@pejling/page-contract/rendering'
import type { JSX, ReactNode } from 'react'

interface HeadProps {
  readonly title: string
  readonly description?: string
  /** Whether search engines shall leave the page out. */
  readonly unlisted: boolean
  readonly mode: RenderMode
  /** The text of each style sheet the page carries. */
  readonly styles: readonly string[]
  /** The address of a style sheet that is loaded; left out: none. */
  readonly stylesheet?: string
  /** The address of the script; `null`: the page has none. */
  readonly script: string | null
  /** The security policy of a page with these style sheets; left out: the server sends it. */
  readonly policy?: Rendering['policy']
  /** What a page says of itself besides. */
  readonly children?: ReactNode
}

/** The head of every page: public pages, meetings, frames, the desk. What the {@link RenderMode} asks for is decided here. */
export function Head({
  title,
  description,
  unlisted,
  mode,
  styles,
  stylesheet,
  script,
  policy,
  children,
}: HeadProps): JSX.Element {
  const isAlone = mode === 'standalone'
  return (
    <head>
      <meta charSet="utf-8" />
      {mode !== 'live' && policy && <meta httpEquiv="Content-Security-Policy" content={policy(styles)} />}
      {mode === 'file' && <meta name="referrer" content="no-referrer" />}
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      {description !== undefined && <meta name="description" content={description} />}
      {unlisted && <meta name="robots" content="noindex" />}
      {!isAlone && <link rel="icon" href={siteFiles.icon} type="image/svg+xml" />}
      {styles.map((text) => (
        <style key={text} dangerouslySetInnerHTML={{ __html: text }} />
      ))}
      {stylesheet !== undefined && <link rel="stylesheet" href={stylesheet} />}
      {script !== null && !isAlone && <script type="module" src={script} />}
      {children}
    </head>
  )
}
