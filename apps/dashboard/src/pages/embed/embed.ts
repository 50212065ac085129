/*
 * Tells the page around the frame how high it has to be, so that nothing is cut and nothing is empty. It tells its height, and
 * nothing else; `embed-frames.ts` listens on the other side.
 */
const tell = (): void => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
  // Whoever embeds it: the height of a public chart is no secret.
  window.parent.postMessage({ pejling: height }, '*')
}

if (window.parent !== window) new ResizeObserver(tell).observe(document.documentElement)
