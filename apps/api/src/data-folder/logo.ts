import { mostLogoBytes, type Logo } from '@pejling/domain/profile/profile'
import type { Text } from '@pejling/domain/text'

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** What may stand before a drawing: spaces, a declaration, comments, a document type. Each is taken off by itself. */
const prologue: readonly RegExp[] = [
  /^\s+/,
  /^<\?[^>]*\?>/,
  /^<!--(?:(?!-->)[^])*-->/,
  /^<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>/,
]

/** Whether a text is a drawing in SVG, by its first element. */
function isSvg(text: string): boolean {
  let rest = text.replace(/^\uFEFF/, '')
  for (;;) {
    const found = prologue.map((part) => part.exec(rest)?.[0].length ?? 0).find((length) => length > 0)
    if (found === undefined) return /^<(?:\w+:)?svg[\s>/]/.test(rest)
    rest = rest.slice(found)
  }
}

/** Parts of a drawing that do something: it may be opened by itself, at an address of the site. */
const active =
  /<(?:\w+:)?(?:script|foreignObject|iframe|handler)[\s>/]|\son\w+\s*=|(?:href|src)\s*=\s*["']?\s*(?:javascript|data:text)/i

const refused = (da: string, en: string): { readonly problem: Text } => ({ problem: { da, en } })

/** Takes a file as a logo, by what is in it, not by its name; or says why not. */
export function logoOf(bytes: Buffer): Logo | { readonly problem: Text } {
  if (bytes.length > mostLogoBytes) {
    const [size, most] = [Math.ceil(bytes.length / 1000), mostLogoBytes / 1000]
    return refused(
      `Logoet fylder ${size} kB; det må højst fylde ${most} kB, for det er på hver side.`,
      `The logo is ${size} kB; it may be ${most} kB at most, being on every page.`,
    )
  }
  const base64 = bytes.toString('base64')
  if (bytes.subarray(0, pngSignature.length).equals(pngSignature)) return { ending: 'png', base64 }
  const text = bytes.toString()
  if (!isSvg(text)) {
    return refused(
      'Filen er hverken et SVG- eller et PNG-billede. Gem logoet som et af dem.',
      'The file is neither an SVG nor a PNG picture. Save the logo as one of them.',
    )
  }
  if (!Buffer.from(text).equals(bytes)) {
    return refused('SVG-billedet er ikke i UTF-8. Gem det sådan.', 'The SVG picture is not in UTF-8. Save it so.')
  }
  return active.test(text)
    ? refused(
        'SVG-billedet kan gøre noget (script). Gem det som en ren tegning.',
        'The SVG picture can do something (script). Save it as a mere drawing.',
      )
    : { ending: 'svg', base64 }
}
