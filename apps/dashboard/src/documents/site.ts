/** Who publishes the figures, and where. */
export interface Publisher {
  readonly organisation: string
  /** What the site is called. */
  readonly site: string
  /** The address of the site. */
  readonly url: string
}
