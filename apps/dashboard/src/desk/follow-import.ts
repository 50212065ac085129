/* Keeps the progress of an import up to date; without this script the page says how to look again. */

const pause = 500

async function follow(): Promise<void> {
  const shown = document.querySelector('[data-progress]')
  if (!shown) return
  const answer = await fetch(window.location.href)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const next = page.querySelector('[data-progress]')
  // It has ended: the page is another one now.
  if (!next) window.location.reload()
  else {
    for (const part of ['h2', 'p']) {
      const [from, to] = [next.querySelector(part), shown.querySelector(part)]
      if (from && to && from.innerHTML !== to.innerHTML) to.replaceChildren(...from.childNodes)
    }
    setTimeout(again, pause)
  }
}

/** A server that does not answer just now may the next time. */
function again(): void {
  follow().catch(() => setTimeout(again, pause))
}

/** Follows the import this page is about, if it is about one. */
export const followImport = again
