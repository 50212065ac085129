import { expect, it } from 'vitest'
import { pageLines } from './page-lines.ts'

const page = (main: string): string =>
  `<!doctype html><html lang="da"><head><title>Valg &amp; mål</title><meta name="description" content="Hun sagde &quot;ja&quot;."/></head><body><nav>Menu</nav><main id="main">${main}</main><footer>Bund</footer></body></html>`

it('says what the page says, in its order, with the description first and without the frame', () => {
  const { title, lines } = pageLines(
    page('<h1>Valg</h1><p>Steg til <a href="/x">70,5\u00A0%</a>.</p><ul><li>Et</li><li>To</li></ul>'),
  )
  expect(title).toBe('Valg & mål')
  expect(lines).toEqual(['Hun sagde "ja".', '**Valg**', 'Steg til 70,5\u00A0%.', '- Et', '- To'])
})

it('leaves tables, forms and scripts out, and gives the title and description of a drawing', () => {
  const { lines } = pageLines(
    page(
      '<table><tr><td>70,5</td></tr></table><form><label>Fra</label></form><script>run()</script><svg><title>Valg</title><desc>Linjen stiger.</desc><text>2025</text></svg><p>Slut.</p>',
    ),
  )
  expect(lines.slice(1)).toEqual(['Valg', 'Linjen stiger.', 'Slut.'])
})

it('finds the other views of the page', () => {
  const { views } = pageLines(
    page(
      '<nav class="views" aria-label="x"><a href="/i/x">A</a><a href="/i/x?b=1&amp;c=2">B</a></nav><a href="/y">Y</a>',
    ),
  )
  expect(views).toEqual(['/i/x', '/i/x?b=1&c=2'])
})
