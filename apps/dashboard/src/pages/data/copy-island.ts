/** Gives each text that is there to be copied its button, where the browser lets a script copy. */
export function mount(element: HTMLElement): Promise<void> {
  // Only on an encrypted connection; `navigator.clipboard` is missing elsewhere, whatever its type says.
  if (!window.isSecureContext) return Promise.resolve()
  for (const snippet of element.querySelectorAll('figure')) {
    const button = snippet.querySelector('button')
    const text = snippet.querySelector('pre')?.textContent ?? ''
    if (!button) continue
    button.hidden = false
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(text).then(
        () => (button.textContent = button.dataset['copied'] ?? ''),
        () => (button.hidden = true),
      )
    })
  }
  return Promise.resolve()
}
