import { describe, expect, it } from 'vitest'
import { logoOf } from './logo.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1"/></svg>'
const taken = (text: string | Buffer) => logoOf(Buffer.from(text))
const saidOf = (text: string | Buffer): string => {
  const logo = taken(text)
  return 'problem' in logo ? logo.problem.en : 'taken'
}

describe('a logo', () => {
  it.each([
    ['bare', svg],
    ['with a declaration and a comment', `<?xml version="1.0"?>\n<!-- drawn - - by hand -->\n${svg}`],
    ['as drawing programs write it', `<!DOCTYPE svg PUBLIC "x" "y" [ <!ENTITY ns "http://a"> ]>\n${svg}`],
    ['with a mark at its beginning', `\uFEFF${svg}`],
    ['with a prefix', '<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>'],
  ])('that is a drawing is taken, %s', (_how, text) => {
    expect(taken(text)).toEqual({ ending: 'svg', base64: Buffer.from(text).toString('base64') })
  })

  it('that is a PNG picture is taken', () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])
    expect(logoOf(bytes)).toEqual({ ending: 'png', base64: bytes.toString('base64') })
  })

  it.each([
    ['text', 'hello', /neither an SVG/],
    ['a page', '<html><svg></svg></html>', /neither an SVG/],
    ['a comment without an end', '<!-- <svg>', /neither an SVG/],
    ['a script', svg.replace('<path', '<script>alert(1)</script><path'), /script/],
    ['what happens on a press', svg.replace('<path', '<path onclick="x()"'), /script/],
    ['a way to a script', svg.replace('<path', '<a href="javascript:x()"/><path'), /script/],
    ['letters of another kind', Buffer.from(svg.replace('<path', '<!--\u00e6--><path'), 'latin1'), /UTF-8/],
  ])('that is or has %s is refused', (_what, text, said) => {
    expect(saidOf(text)).toMatch(said)
  })

  it('that has very many comments is looked at in no time', () => {
    expect(saidOf('<!-- -->'.repeat(10_000))).toMatch(/neither/)
    expect(saidOf(`${'<!-- --> '.repeat(10_000)}${svg}`)).toBe('taken')
  })
})
