import { Profile } from '@pejling/domain/profile/profile'
import { documentPath } from '@pejling/domain/release/paths'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { parameters } from '../http/parameters.ts'
import { policyHeaders } from '../http/security-headers.ts'
import { Problem } from '../http/problem.ts'
import { addPublicRoute, noParams } from './public-route.ts'
import type { ReleaseCache } from './release-cache.ts'
import { makePackedBody, sendCachedResponse } from './cached-response.ts'
import { profileIn } from './site-of-edition.ts'

const query = z.strictObject({ release: parameters.release.optional() })

/** What they are read from. */
const documents = [documentPath.profile]

const logoTypes = { svg: 'image/svg+xml', png: 'image/png' } as const

/** How the site presents itself: its name, languages and colours, and its logo as a picture. */
export function addProfileRoutes(app: FastifyInstance, publication: ReleaseCache): void {
  addPublicRoute(app, {
    url: '/profile',
    operationId: 'getProfile',
    summary: 'How the site presents itself',
    description: 'What it is called, the languages it is in, its logo and colours.',
    params: noParams,
    query,
    content: { 'application/json': Profile },
    handler: ({ query: { release }, request, reply }) => {
      const edition = publication.edition(release)
      const served = publication.view(
        edition,
        'the profile',
        { contentType: 'application/json; charset=utf-8', documents },
        () => JSON.stringify(profileIn(publication, edition)),
      )
      return sendCachedResponse(request, reply, served)
    },
  })
  for (const ending of ['svg', 'png'] as const) {
    addPublicRoute(app, {
      url: `/profile/logo.${ending}`,
      operationId: `getLogoAs${ending === 'svg' ? 'Svg' : 'Png'}`,
      summary: `The logo, where it is ${ending === 'svg' ? 'an SVG' : 'a PNG'} picture`,
      description: 'As it was given.',
      params: noParams,
      query,
      content: { [logoTypes[ending]]: z.string().meta({ description: 'The bytes of the picture', format: 'binary' }) },
      handler: ({ query: { release }, request, reply }) => {
        const edition = publication.edition(release)
        const served = publication.answer(edition, `logo ${ending}`, () => {
          const { logo } = profileIn(publication, edition)
          if (logo?.ending !== ending) {
            throw new Problem('not-found', { da: 'Der er ikke noget logo her.', en: 'There is no logo here.' })
          }
          return publication.served(edition, makePackedBody(Buffer.from(logo.base64, 'base64')), {
            contentType: logoTypes[ending],
            documents,
            headers: policyHeaders('picture'),
          })
        })
        return sendCachedResponse(request, reply, served)
      },
    })
  }
}
