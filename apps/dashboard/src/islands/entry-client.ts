/*
 * All that runs on a page before its reader wants more than to read it: it waits for a hand on one of the parts that can do
 * more (`data-island`), then loads the script that takes the part over. Where that fails, the page's own links and forms go on
 * working, so nothing is said. A part that shows other choices than the address asks for does not wait: where pages are
 * files, each is written once for all its choices.
 */

import type { Turning } from './island-page.ts'
import { offerCopies } from './copy-text.ts'
import { viewQuery, viewRequestOf } from '@pejling/addresses/view-request'

type Mount = (element: HTMLElement, turning: Turning) => Promise<void>

const islands: Readonly<Record<string, () => Promise<{ readonly mount: Mount }>>> = {
  indicator: () => import('../pages/indicator/indicator-island.tsx'),
  copy: () => import('../pages/data/copy-island.ts'),
  search: () => import('../pages/search/search-island.tsx'),
}

/** Whether the address asks for what a part shows as it was written. */
const isAsAsked: Readonly<Record<string, (element: HTMLElement, query: URLSearchParams) => boolean>> = {
  indicator: ({ dataset: { locale, shown } }, query) => {
    const language = locale === 'en' ? 'en' : 'da'
    return viewQuery(viewRequestOf(query, language), language) === shown
  },
  search: (element, query) =>
    (query.get(element.querySelector('input')?.name ?? '') ?? '') === element.dataset['shown'],
}

const signs = ['pointerover', 'pointerdown', 'focusin'] as const

for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  const load = islands[element.dataset['island'] ?? '']
  const waiting = new AbortController()
  const unmounted = new AbortController()
  let pressed: Element | null = null
  const press = ({ target }: Event): void => {
    if (target instanceof HTMLButtonElement) pressed = target
  }
  const takeOver = async (pointedAt: Element | null): Promise<void> => {
    const island = await load?.()
    await island?.mount(element, { pointedAt, clicked: () => pressed })
    unmounted.abort()
    element.dataset['awake'] = ''
  }
  const wakeAt = (pointedAt: Element | null): void => {
    waiting.abort()
    takeOver(pointedAt).catch(() => undefined)
  }
  const wake = ({ type, target }: Event): void =>
    wakeAt(type !== 'focusin' && target instanceof Element ? target : null)
  for (const sign of signs) element.addEventListener(sign, wake, { signal: waiting.signal, passive: true })
  const query = new URLSearchParams(window.location.search)
  if (isAsAsked[element.dataset['island'] ?? '']?.(element, query) === false) wakeAt(null)
  element.addEventListener('click', press, { signal: unmounted.signal })
  element.addEventListener('change', submit, { signal: unmounted.signal })
}

/** Until a script has taken the part over, what is chosen in it is asked for like any other page. */
function submit({ target }: Event): void {
  if (target instanceof HTMLSelectElement) target.form?.requestSubmit()
}

offerCopies()
