/*
 * The page that describes the API: narrows its operations down to those in which every word that is looked for stands. Without this
 * script all of them are shown.
 */

const field = document.querySelector<HTMLInputElement>('.api-filter input')
const shown = document.querySelector<HTMLOutputElement>('.api-filter output')
const sections = [...document.querySelectorAll<HTMLElement>('.operations')].map((section) => ({
  section,
  operations: [...section.querySelectorAll<HTMLElement>('.operation')].map((element) => ({
    element,
    text: element.querySelector('summary')?.textContent.toLowerCase() ?? '',
  })),
}))

function narrow(sought: string): void {
  const words = sought.toLowerCase().split(/\s+/)
  let count = 0
  for (const { section, operations } of sections) {
    const found = operations.filter(({ text }) => words.every((word) => text.includes(word)))
    for (const one of operations) one.element.hidden = !found.includes(one)
    section.hidden = found.length === 0
    count += found.length
  }
  if (shown) shown.value = shown.dataset['words']?.replace('#', String(count)) ?? ''
}

field?.addEventListener('input', () => narrow(field.value))
