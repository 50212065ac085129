import type { MovedRequest } from '@pejling/page-contract/pages'
import type { Rendering } from '@pejling/page-contract/rendering'
import { Head } from '../../components/head.tsx'
import { written } from '../../documents/written.ts'

const titles = { da: 'Siden er flyttet', en: 'The page has moved' } as const

/** Renders a page in the place of one that has another address now, for file servers that know of no redirects. */
export function renderMoved({ locale, to, policy }: MovedRequest & Pick<Rendering, 'policy'>): string {
  return written(
    <html lang={locale}>
      <Head title={titles[locale]} unlisted mode="standalone" styles={[]} script={null} policy={policy}>
        <meta httpEquiv="refresh" content={`0; url=${to}`} />
        <link rel="canonical" href={to} />
      </Head>
      <body>
        <main>
          <h1>{titles[locale]}</h1>
          <p>
            <a href={to}>{to}</a>
          </p>
        </main>
      </body>
    </html>,
    [],
  )
}
