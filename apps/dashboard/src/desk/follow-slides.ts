/* The speaker's notes follow the slides in the other window, with the time of day and how long it has been. */
import { openSlideChannel } from '../pages/meeting/slide-channel.ts'

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
}

const twoDigits = (count: number): string => String(count).padStart(2, '0')

/** Follows the slides these notes belong to, if this is a page of notes. */
export function followSlides(): void {
  const notes = document.querySelector<HTMLElement>('[data-notes]')
  if (!notes) return
  const channel = openSlideChannel(notes.dataset['notes'] ?? '')
  const [clock, elapsed] = [notes.querySelector('[data-clock]'), notes.querySelector('[data-elapsed]')]
  const start = Date.now()

  const tick = (): void => {
    const now = new Date()
    const seconds = Math.floor((now.getTime() - start) / 1000)
    if (clock) clock.textContent = `${twoDigits(now.getHours())}.${twoDigits(now.getMinutes())}`
    if (elapsed) elapsed.textContent = `${Math.floor(seconds / 60)}:${twoDigits(seconds % 60)}`
  }
  tick()
  setInterval(tick, 1000)

  channel.hear((message) => {
    if (!('at' in message)) return
    for (const item of notes.querySelectorAll<HTMLElement>('[data-slide]')) {
      const isShown = item.dataset['slide'] === String(message.at)
      if (isShown) item.setAttribute('aria-current', 'true')
      else item.removeAttribute('aria-current')
      if (isShown) item.scrollIntoView({ block: 'start' })
    }
  })
  channel.tell({ ask: true })
  document.addEventListener('keydown', (event) => {
    const step = steps[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    channel.tell({ turn: step })
  })
}
