/*
 * Buttons that copy the text beside them, with the day it is copied on where that belongs to it. They are there only where a
 * browser lets a page copy.
 */

const form = (element: HTMLElement): string => {
  const now = new Date()
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  )
  if (element.dataset['form'] === 'text') {
    const language = document.documentElement.lang === 'da' ? 'da-DK' : 'en-GB'
    return now.toLocaleDateString(language, { day: 'numeric', month: 'long', year: 'numeric' })
  }
  return [year, month, day].join(element.dataset['form'] === 'ris' ? '/' : '-')
}

/** Writes the day of today where it is asked for, and makes the buttons work. */
export function offerCopies(): void {
  for (const day of document.querySelectorAll<HTMLElement>('[data-day]')) {
    day.textContent = (day.dataset['day'] ?? '').replace('{}', form(day))
  }
  if (!('clipboard' in navigator)) return
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', () => {
      // Where it is not allowed, the text can be marked and copied by hand.
      copy(button).catch(() => undefined)
    })
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  await navigator.clipboard.writeText(document.getElementById(button.dataset['copy'] ?? '')?.textContent ?? '')
  const said = button.nextElementSibling
  if (said) said.textContent = button.dataset['done'] ?? ''
}
