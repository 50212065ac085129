/*
 * Which methods each address of the workspace's API has. Routes are declared one method at a time, so what is answered to all other
 * methods (405, with `Allow`) is looked up here.
 */

interface Entry {
  readonly pattern: RegExp
  readonly methods: Set<string>
}

/** The methods of addresses, by the pattern their routes have. */
export class MethodTable {
  readonly #entries = new Map<string, Entry>()

  /** Notes that there is a route of a method at an address such as `/areas/:code`. */
  add(method: string, url: string): void {
    const escaped = url.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    const pattern = new RegExp(`^${escaped.replaceAll(/:\w+/g, '[^/]+')}/?$`)
    const entry = this.#entries.get(url) ?? { pattern, methods: new Set<string>() }
    this.#entries.set(url, entry)
    entry.methods.add(method)
  }

  /** The methods at an address, without its query, for `Allow`; none: there is no such address. */
  allowedAt(url: string): readonly string[] {
    const [path = ''] = url.split(/[?#;]/)
    const methods = new Set(
      [...this.#entries.values()].flatMap((one) => (one.pattern.test(path) ? [...one.methods] : [])),
    )
    if (methods.size === 0) return []
    return [...methods].flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).concat('OPTIONS')
  }
}

declare module 'fastify' {
  interface FastifyInstance {
    /** The methods of the workspace's addresses. */
    readonly methodTable: MethodTable
  }
}
