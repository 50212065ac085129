/* For pages that embed charts: gives each frame the height its chart asks for. Only frames of the place this file is from are heard. */
const home = new URL(import.meta.url).origin

window.addEventListener('message', ({ data, source, origin }: MessageEvent<unknown>) => {
  if (origin !== home || typeof data !== 'object' || data === null || !('pejling' in data)) return
  const height = data.pejling
  if (typeof height !== 'number' || height < 50 || height > 5000) return
  const frame = [...document.querySelectorAll('iframe')].find((one) => one.contentWindow === source)
  if (frame) frame.style.height = `${height}px`
})
