/*
 * A meeting on the wall: keys and a clicker turn the slides, a number jumps to an item, and the speaker's notes in another
 * window follow. Without this script the page is scrolled from slide to slide.
 */
import { deskPath } from '@pejling/addresses/desk'
import { openSlideChannel } from './slide-channel.ts'
import { inView, isTaken, turnTo } from './turning.ts'

const isText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a, button, summary, table, figcaption') !== null

function fillScreen(): void {
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
  // A browser that does not let a page fill the screen goes on showing it as it is.
  change.catch(() => undefined)
}

/** Shows the slides of the page this is, if it has any. */
export function showSlides(): void {
  const show = document.querySelector<HTMLElement>('[data-slides]')
  if (!show) return
  const slug = show.dataset['slides'] ?? ''
  const slides = [...show.querySelectorAll<HTMLElement>('.slide')]
  const said = show.querySelector('[data-jump]')
  const keys = show.querySelector<HTMLElement>('[data-keys]')
  if (keys) keys.hidden = false
  const channel = openSlideChannel(slug)
  let digits = ''

  const at = (): number => Number(slides[inView(slides)]?.dataset['slide'] ?? 0)
  const turn = (step: number): void => turnTo(slides, inView(slides) + step)
  const setDigits = (next: string): void => {
    digits = next
    if (said) said.textContent = digits
  }
  const jump = (): void => {
    const index = slides.findIndex((slide) => slide.dataset['slide'] === digits)
    setDigits('')
    turnTo(slides, index)
  }
  /** Opens or closes the table or the groups of the slide that is shown. */
  const open = (part: string): void => {
    const own = slides[inView(slides)]?.querySelector<HTMLDetailsElement>(`details[data-more="${part}"]`)
    if (!own) return
    own.open = !own.open
    own.scrollIntoView({ block: own.open ? 'end' : 'nearest' })
  }
  const doing: Readonly<Record<string, () => void>> = {
    ArrowRight: () => turn(1),
    ArrowDown: () => turn(1),
    PageDown: () => turn(1),
    ' ': () => turn(1),
    ArrowLeft: () => turn(-1),
    ArrowUp: () => turn(-1),
    PageUp: () => turn(-1),
    Home: () => turnTo(slides, 0),
    End: () => turnTo(slides, slides.length - 1),
    Enter: () => (digits === '' ? turn(1) : jump()),
    Escape: () => setDigits(''),
    b: () => document.body.classList.add('is-black'),
    // What a clicker sends for a black screen.
    '.': () => document.body.classList.add('is-black'),
    t: () => open('table'),
    o: () => open('groups'),
    n: () => window.open(deskPath('da', 'notes', { slug }), 'pejling-noter', 'popup,width=720,height=900'),
    f: fillScreen,
  }

  document.addEventListener('keydown', (event) => {
    if (isTaken(event)) return
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (document.body.classList.contains('is-black')) {
      event.preventDefault()
      document.body.classList.remove('is-black')
    } else if (/^\d$/.test(key)) setDigits((digits + key).slice(-3))
    else if (doing[key]) {
      event.preventDefault()
      doing[key]()
    }
  })
  show.addEventListener('click', ({ target }) => {
    // Text that is marked is being read, not turned away from.
    if (!isText(target) && window.getSelection()?.isCollapsed !== false) turn(1)
  })

  const tell = (): void => channel.tell({ at: at() })
  channel.hear((message) => {
    if ('ask' in message) tell()
    else if ('turn' in message) turn(message.turn)
  })
  const watch = new IntersectionObserver(tell, { threshold: 0.6 })
  for (const slide of slides) watch.observe(slide)
}
