/*
 * Keeps the agenda of one meeting in the browser that has opened it: the network is asked first, and where it does not answer
 * the kept copy is shown. It is served as `offline.js` below the meeting it keeps, and touches nothing else of the site.
 */

/** Events of a service worker, as far as they are used: their types and those of a page exclude each other. */
interface LastingEvent extends Event {
  readonly waitUntil: (until: Promise<unknown>) => void
}
interface FetchEvent extends Event {
  readonly request: Request
  readonly respondWith: (response: Promise<Response>) => void
}

const isLasting = (event: Event): event is LastingEvent => 'waitUntil' in event
const isFetch = (event: Event): event is FetchEvent => 'request' in event && 'respondWith' in event

/** The network has so long to answer where there is a kept copy, in milliseconds. */
const timeout = 4000

const { origin, pathname, search } = self.location
const agenda = pathname.replace(/\/offline\.js$/, '')
const cacheName = `pejling ${agenda}`
/** What the agenda is kept under: one copy, whatever its query is, so that no older one is left when it is fetched again. */
const keptAs = origin + agenda

const isAsset = (address: string): boolean => new URL(address).pathname.startsWith('/assets/')

/** Keeps the page with all it is shown with, and deletes what it needs no more. The page comes last: what is kept is whole. */
async function keep(page: Response): Promise<void> {
  const needed = new Set((await page.clone().text()).match(/\/assets\/[\w.-]+/g))
  const cache = await caches.open(cacheName)
  const kept = (await cache.keys()).map(({ url }) => url)
  const isNeeded = (url: string): boolean => (isAsset(url) ? needed.has(new URL(url).pathname) : url === keptAs)
  await Promise.all(kept.filter((url) => !isNeeded(url)).map((url) => cache.delete(url)))
  const known = new Set(kept.map((url) => new URL(url).pathname))
  await cache.addAll([...needed].filter((name) => !known.has(name)))
  await cache.put(keptAs, page)
}

async function fetchPage(request: Request): Promise<Response> {
  const page = await fetch(request)
  // Where there is no room to keep it, it is shown all the same.
  if (page.ok) await keep(page.clone()).catch(() => undefined)
  // A meeting that is shared no more is kept no more.
  else if (page.status === 404) await caches.delete(cacheName)
  return page
}

const later = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

async function freshOrKept(request: Request): Promise<Response> {
  const kept = await caches.match(keptAs, { cacheName })
  const fresh = fetchPage(request)
  if (!kept) return fresh
  return Promise.race([
    fresh.then((page) => (page.status >= 500 ? kept : page)).catch(() => kept),
    later(timeout).then(() => kept),
  ])
}

async function keptOrFetched(request: Request): Promise<Response> {
  return (await caches.match(request.url, { cacheName })) ?? fetch(request)
}

self.addEventListener('install', (event) => {
  if (isLasting(event)) event.waitUntil(fetchPage(new Request(origin + agenda + search)))
})

self.addEventListener('fetch', (event) => {
  if (!isFetch(event) || event.request.method !== 'GET') return
  const { url } = event.request
  if (new URL(url).origin !== origin) return
  if (new URL(url).pathname === agenda) event.respondWith(freshOrKept(event.request))
  else if (isAsset(url)) event.respondWith(keptOrFetched(event.request))
})
