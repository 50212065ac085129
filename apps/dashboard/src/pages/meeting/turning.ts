/* Turning from one part of a meeting to the next, where each part fills the screen: shared by the agenda and the slides. */

/** The part that is in view: the one whose edge is nearest to the top of the screen. */
export function inView(parts: readonly HTMLElement[]): number {
  const distances = parts.map((part) => Math.abs(part.getBoundingClientRect().top))
  return distances.indexOf(Math.min(...distances))
}

/** Shows a part, or nothing else where there is none of that number. Its address stands in the address line, not in the way back. */
export function turnTo(parts: readonly HTMLElement[], index: number): void {
  const part = parts[index]
  if (!part) return
  // At once: the next key counts from here.
  part.scrollIntoView({ behavior: 'instant' })
  window.location.replace(`#${part.id}`)
}

/** Whether a key is for what has the focus, or for the browser, rather than for turning. */
export function isTaken({ target, key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey) return true
  const presses = key === ' ' || key === 'Enter'
  return presses && target instanceof Element && target.closest('a, button, summary, input') !== null
}
