import { writableText } from '@pejling/domain/writable-text'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it is written in XML and HTML, also in attributes; what XML 1.0 cannot write is left out. */
export const escapeMarkup = (text: string): string =>
  writableText(text).replace(/[&<>"']/g, (character) => entities[character] ?? '')
