/** The part of the toolkit that tests read cubes back with; it comes without types. */
declare module 'jsonstat-toolkit' {
  interface Cell {
    readonly value: number | null
    readonly status: string | null
  }
  interface Dataset {
    readonly class: 'dataset' | null
    readonly label: string
    readonly id: readonly string[]
    readonly Data: (at: Readonly<Record<string, string>>) => Cell | null
    readonly Dimension: (id: string) => { readonly id: readonly string[]; readonly role: string } | null
  }
  const read: (json: unknown) => Dataset
  // oxlint-disable-next-line import/no-default-export -- the module has no other
  export default read
}
