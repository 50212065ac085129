/** What the pages must know about the installation that serves them. The server fills it from its settings. */
export interface Site {
  /** The public address, without a slash at the end. */
  readonly url: string
  /** Whom a reader can turn to, in writing and by phone; `null`: not given. */
  readonly contact: { readonly email: string | null; readonly phone: string | null }
  /** The accessibility statement registered with the authorities (was.digst.dk); `null`: not registered yet. */
  readonly registeredStatement: string | null
  /** Whether the pages are written as files, for a server that answers no questions. */
  readonly asFiles: boolean
}

/** Who publishes the figures, and where. */
export interface Publisher {
  readonly organisation: string
  /** What the site is called. */
  readonly site: string
  /** The address of the site. */
  readonly url: string
}
