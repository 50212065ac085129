/*
 * All that runs on a page before its reader wants more than to read it: it waits for a hand on one of the parts that can do
 * more (`data-island`), then loads the script that takes the part over. Where that fails, the page's own links and forms go on
 * working, so nothing is said.
 */

import type { Turning } from '../components/island-page.ts'

type Mount = (element: HTMLElement, turning: Turning) => Promise<void>

const islands: Readonly<Record<string, () => Promise<{ readonly mount: Mount }>>> = {
  indicator: () => import('../features/indicator/indicator-island.tsx'),
  copy: () => import('../features/data/copy-island.ts'),
  search: () => import('../features/search/search-island.tsx'),
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
  const wake = ({ type, target }: Event): void => {
    waiting.abort()
    takeOver(type !== 'focusin' && target instanceof Element ? target : null).catch(() => undefined)
  }
  for (const sign of signs) element.addEventListener(sign, wake, { signal: waiting.signal, passive: true })
  element.addEventListener('click', press, { signal: unmounted.signal })
  element.addEventListener('change', submit, { signal: unmounted.signal })
}

/** Until a script has taken the part over, what is chosen in it is asked for like any other page. */
function submit({ target }: Event): void {
  if (target instanceof HTMLSelectElement) target.form?.requestSubmit()
}
