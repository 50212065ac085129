/** What a policy in a page cannot say, by its own rules: only a header can. */
const headersOnly = /; frame-ancestors [^;]*/

/** Puts a page's security policy into the page itself, for servers that send no headers of ours. */
export function withPolicy(html: string, headers: Readonly<Record<string, string>>): string {
  const policy = headers['content-security-policy']
  const referrer = headers['referrer-policy']
  const metas = [
    ...(policy === undefined
      ? []
      : [`<meta http-equiv="Content-Security-Policy" content="${policy.replace(headersOnly, '')}">`]),
    ...(referrer === undefined ? [] : [`<meta name="referrer" content="${referrer}">`]),
  ]
  return html.replace(/<meta charset="utf-8"\/?>/i, (charset) => charset + metas.join(''))
}
