/* A meeting on a tablet: arrow keys and a swipe turn from item to item. Without this script the links below each screen do. */
import { inView, isTaken, turnTo } from './turning.ts'

/** So far a thumb must move for a swipe, in CSS pixels. */
const far = 60

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }

/** Whatever can be scrolled sideways is scrolled by a swipe, not left. */
const isScrolledSideways = (target: EventTarget | null): boolean => {
  const scroller = target instanceof Element ? target.closest('.table-scroll, pre') : null
  return scroller !== null && scroller.scrollWidth > scroller.clientWidth
}

/** Turns the screens of the page this is, if it has any. */
export function turnScreens(): void {
  const screens = [...document.querySelectorAll<HTMLElement>('.deck > .screen')]
  const turn = (step: number): void => turnTo(screens, inView(screens) + step)
  document.addEventListener('keydown', (event) => {
    const step = steps[event.key]
    if (screens.length === 0 || step === undefined || isTaken(event)) return
    event.preventDefault()
    turn(step)
  })
  for (const screen of screens) {
    let from: Touch | undefined
    screen.addEventListener(
      'touchstart',
      ({ touches, target }) => {
        from = touches.length === 1 && !isScrolledSideways(target) ? touches[0] : undefined
      },
      { passive: true },
    )
    screen.addEventListener(
      'touchend',
      ({ changedTouches: [to] }) => {
        if (!from || !to) return
        const [across, down] = [to.clientX - from.clientX, to.clientY - from.clientY]
        if (Math.abs(across) > far && Math.abs(across) > 2 * Math.abs(down)) turn(across < 0 ? 1 : -1)
      },
      { passive: true },
    )
  }
}
