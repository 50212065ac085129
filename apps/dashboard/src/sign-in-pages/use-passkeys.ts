import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

/*
 * Makes and uses passkeys. The page says what the browser needs (`data-options`), and the browser's answer is sent in a field of the
 * form around it, as everything else is.
 */

type Options = PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON

/** Whether it is what the server asked for; it wrote the page itself. */
const isOptions = (value: unknown): value is Options =>
  typeof value === 'object' && value !== null && 'challenge' in value

/** What the browser answers; rejects where no one let it. */
async function answerOf(part: HTMLElement): Promise<unknown> {
  const options: unknown = JSON.parse(part.dataset['options'] ?? '{}')
  if (!isOptions(options)) throw new Error('The page does not say what to ask the browser for')
  return part.dataset['passkey'] === 'create'
    ? startRegistration({ optionsJSON: options })
    : startAuthentication({ optionsJSON: options })
}

async function usePart(part: HTMLElement, form: HTMLFormElement): Promise<void> {
  const field = form.elements.namedItem(part.dataset['field'] ?? '')
  const said = part.querySelector<HTMLElement>('[data-failed]')
  if (!(field instanceof HTMLInputElement)) return
  try {
    field.value = JSON.stringify(await answerOf(part))
    form.submit()
  } catch {
    if (said) said.textContent = said.dataset['failed'] ?? ''
  }
}

/** Wakes the parts of a page that ask for a passkey. Where the browser knows none, they stay hidden. */
export function usePasskeys(): void {
  if (!browserSupportsWebAuthn()) return
  for (const part of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
    const form = part.closest('form')
    if (!form) continue
    part.hidden = false
    part.querySelector('button')?.addEventListener('click', () => void usePart(part, form))
  }
}
