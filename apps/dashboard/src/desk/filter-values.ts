/* Long lists of values: what is typed above one leaves only what has all its words, and whatever is chosen. */

const wordsOf = (text: string): string[] => text.toLocaleLowerCase('da').split(/\s+/).filter(Boolean)

/** Lets the lists of this page be filtered, if it has any. */
export function filterValues(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-filter]')) {
    field.hidden = false
    field.addEventListener('keydown', (event) => {
      // The field is no part of what is sent.
      if (event.key === 'Enter') event.preventDefault()
    })
    field.addEventListener('input', () => {
      const words = wordsOf(field.value)
      for (const entry of field.parentElement?.querySelectorAll('li') ?? []) {
        const text = entry.textContent.toLocaleLowerCase('da')
        const isChosen = entry.querySelector('input:checked') !== null
        entry.hidden = !isChosen && !words.every((word) => text.includes(word))
      }
    })
  }
}
