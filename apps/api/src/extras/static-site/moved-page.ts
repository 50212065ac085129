import { localeOfPath } from '@pejling/addresses/language'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** A page in the place of one that has moved, for servers that know of no redirects. */
export function movedPage(from: string, to: string): string {
  const isEnglish = localeOfPath(from) === 'en'
  const [lang, title] = isEnglish ? ['en', 'The page has moved'] : ['da', 'Siden er flyttet']
  const href = escaped(to)
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=${href}"><link rel="canonical" href="${href}"></head>
<body><main><h1>${title}</h1><p><a href="${href}">${href}</a></p></main></body></html>
`
}
