import { randomBytes } from 'node:crypto'
import type { Locale } from '@pejling/domain/text'
import type { FastifyReply } from 'fastify'
import { policyHeaders } from '../http/security-headers.ts'

/** What the application of the desk is told by the page it begins in. */
export interface Shell {
  readonly locale: Locale
  readonly script: string
  readonly stylesheet: string
  /** Whether the figures are invented. */
  readonly isDemonstration: boolean
  /** The languages the site is published in. */
  readonly languages: readonly Locale[]
}

const notice: Readonly<Record<Locale, string>> = {
  da: 'Skrivebordet er et program i browseren og kræver JavaScript. De offentlige sider kan læses uden.',
  en: 'The desk is an application in the browser and needs JavaScript. The public pages can be read without.',
}

/**
 * Sends the page that the application of the desk begins in. Its script may add style sheets, which its widgets need, by a nonce of
 * this answer alone.
 */
export function sendShell(reply: FastifyReply, shell: Shell): FastifyReply {
  const { locale, script, stylesheet, isDemonstration, languages } = shell
  const nonce = randomBytes(16).toString('base64')
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'same-origin')
    .headers(Object.fromEntries(policyHeaders('desk', { nonce }))).send(`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<title>Pejling</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta property="csp-nonce" nonce="${nonce}">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${stylesheet}">
<script type="module" src="${script}"></script>
</head>
<body>
<div id="desk" data-demonstration="${isDemonstration}" data-languages="${languages.join(' ')}"></div>
<noscript><p>${notice[locale]}</p></noscript>
</body>
</html>
`)
}
