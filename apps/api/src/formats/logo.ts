import { mostLogoBytes, type Logo } from '@pejling/domain/profile/profile'
import type { Text } from '@pejling/domain/text/text'

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Takes a file as a logo, by what is in it, not by its name; or says why not. */
export function logoOf(bytes: Buffer): Logo | { readonly problem: Text } {
  if (bytes.length > mostLogoBytes) {
    const most = mostLogoBytes / 1000
    return {
      problem: {
        da: `Logoet fylder ${Math.ceil(bytes.length / 1000)} kB; det må højst fylde ${most} kB, for det er på hver side.`,
        en: `The logo is ${Math.ceil(bytes.length / 1000)} kB; it may be ${most} kB at most, being on every page.`,
      },
    }
  }
  const base64 = bytes.toString('base64')
  if (bytes.subarray(0, pngSignature.length).equals(pngSignature)) return { ending: 'png', base64 }
  // A declaration and comments may stand before the drawing.
  if (/^(?:\uFEFF|\s|<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>)*<svg[\s>]/.test(bytes.toString())) {
    return { ending: 'svg', base64 }
  }
  return {
    problem: {
      da: 'Filen er hverken et SVG- eller et PNG-billede. Gem logoet som et af dem.',
      en: 'The file is neither an SVG nor a PNG picture. Save the logo as one of them.',
    },
  }
}
