import { plainProfile, type Profile } from '@pejling/domain/profile/profile'
import { FrameworksDocument, ProfileDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import type { Locale } from '@pejling/domain/text'
import type { ReleaseView, ReleaseCache } from './release-cache.ts'

/** How the site presents itself in an edition. */
export const profileIn = (publication: ReleaseCache, edition: ReleaseView): Profile =>
  publication.read(edition, documentPath.profile, ProfileDocument) ?? plainProfile

/** The policies of an edition, in their order. */
export const policiesIn = (publication: ReleaseCache, edition: ReleaseView): FrameworksDocument['frameworks'] =>
  publication.read(edition, documentPath.frameworks, FrameworksDocument)?.frameworks ?? []

/** Who publishes it all: the organisation of the first policy; without any, what the site is called. */
export const publisherIn = (publication: ReleaseCache, edition: ReleaseView, locale: Locale): string =>
  (policiesIn(publication, edition)[0]?.organisation ?? profileIn(publication, edition)).name[locale]
