/* Keeps the agenda so that it can be read without a network, and says how old it is. The keeping itself is `worker.ts`. */

/** When the copy of this page that is kept was fetched; `null`: none is kept. */
async function fetchedAt(): Promise<Date | null> {
  const { origin, pathname } = window.location
  const kept = await caches.match(origin + pathname)
  const date = kept?.headers.get('date')
  return date === null || date === undefined ? null : new Date(date)
}

async function say(shown: HTMLElement): Promise<void> {
  const at = await fetchedAt()
  if (at === null) return
  const { kept = '', away = '' } = shown.dataset
  const time = at.toLocaleString(document.documentElement.lang === 'da' ? 'da-DK' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
  })
  shown.textContent = (navigator.onLine ? kept : away).replace('{}', time)
  shown.hidden = false
}

/** Keeps the page this is, if it is an agenda and the browser can. */
export async function keepOffline(): Promise<void> {
  const shown = document.querySelector<HTMLElement>('[data-worker]')
  const worker = shown?.dataset['worker']
  // Only where the connection is secure does a browser have one.
  if (!shown || worker === undefined || !('serviceWorker' in navigator)) return
  const sayAgain = (): void => {
    say(shown).catch(() => undefined)
  }
  for (const change of ['online', 'offline']) window.addEventListener(change, sayAgain)
  await say(shown)
  const { pathname } = new URL(worker, window.location.href)
  await navigator.serviceWorker.register(worker, { scope: pathname.replace(/\/offline\.js$/, '') })
  await navigator.serviceWorker.ready
  await say(shown)
}
