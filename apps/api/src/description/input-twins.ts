import { z } from 'zod'

const Schemas = z.looseObject({ components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }) })
const twin = /"#\/components\/schemas\/(\w+?)Input"/g

/**
 * A description in which schemas go by one name where what is sent and what is answered is the same. They come once as they are
 * sent (`…Input`), in which whatever has a default may be left out, and once as they are answered; those that differ stay two.
 */
export function withoutEqualTwins(description: string): string {
  const { schemas } = Schemas.parse(JSON.parse(description)).components
  const names = Object.keys(schemas).flatMap((name) => {
    const own = name.endsWith('Input') ? name.slice(0, -'Input'.length) : ''
    return own in schemas ? [own] : []
  })
  const different = new Set<string>()
  const renamed = (json: string): string =>
    json.replaceAll(twin, (whole, name: string) => (different.has(name) ? whole : `"#/components/schemas/${name}"`))
  const isSame = (name: string): boolean =>
    renamed(JSON.stringify(schemas[`${name}Input`])) === JSON.stringify(schemas[name])
  // A schema also differs by what it refers to.
  for (let before = -1; before < different.size;) {
    before = different.size
    for (const name of names) if (!different.has(name) && !isSame(name)) different.add(name)
  }
  return renamed(description)
}
