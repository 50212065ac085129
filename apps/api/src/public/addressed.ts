import { apiPath } from '@pejling/addresses/api'
import { apiRoot } from '@pejling/addresses/words'
import type { CachedResponse } from './cached-response.ts'

const api = `${apiRoot}/`
const description = `<${apiPath('openApi', {})}>; rel="service-desc"; type="application/json"`

/** Where the same can be fetched for ever: the address with the number of its release, and in one form alone. */
function permanentAddress({ release, ending }: CachedResponse, url: string): string {
  const [path = '', query = ''] = url.split('?')
  const parameters = new URLSearchParams(query)
  if (ending !== null) parameters.delete('format')
  parameters.set('release', String(release))
  return `${ending === null ? path : `${path.replace(/\/+$/, '')}.${ending}`}?${parameters.toString()}`
}

/**
 * An answer of the API with what its headers say of the address it was asked for at: which release it is of, under which
 * address the same is found later (`Content-Location`, RFC 9110, 8.7), and what it is linked with. What is no answer of the API
 * stays as it is.
 */
export function addressed(served: CachedResponse, url: string): CachedResponse {
  if (!url.startsWith(api) || (served.release === null && served.links.length === 0)) return served
  const location = served.release === null ? null : permanentAddress(served, url)
  const links = [...(location === null ? [] : [`<${location}>; rel="permalink"`]), ...served.links, description]
  const own = [...(location === null ? [] : ['content-location', location]), 'link', links.join(', ')]
  const variant = (one: CachedResponse['variants']['identity']): typeof one => ({
    ...one,
    headers: [...one.headers, ...own],
    notModified: [...one.notModified, ...own],
  })
  const { identity, gzip, br } = served.variants
  return { ...served, variants: { identity: variant(identity), gzip: variant(gzip), br: variant(br) } }
}
