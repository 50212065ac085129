import { kinds, listDefinitions } from '../definitions.ts'
import { definitionResource } from '../resource/definition-resource.ts'
import { definitionsThat, indicatorsThat, seriesReferrers } from '../resource/referrers.ts'
import { fieldProblem } from '../resource/resource.ts'

/** Places figures are about. */
export const areaResource = definitionResource(kinds.area, {
  path: 'areas',
  fixed: ['code'],
  nameOf: ({ name }) => name,
  placeOf: ({ code }) => [code],
  problems: (db, { code, parents }) => {
    const known = new Set(listDefinitions(db, kinds.area).map((one) => one.code))
    return parents.flatMap((parent, index) =>
      parent !== code && known.has(parent)
        ? []
        : [
            fieldProblem(
              `/parents/${index}`,
              `Intet andet område har koden ${parent}.`,
              `No other area has the code ${parent}.`,
            ),
          ],
    )
  },
  // Documents carry the areas they use; what nothing uses any more can go.
  isPublished: () => false,
  referrers: (db, { code }) => [
    ...definitionsThat(
      'framework',
      listDefinitions(db, kinds.framework),
      ({ organisation }) => organisation.area === code,
      ({ slug }) => slug,
      ({ title }) => title,
    ),
    ...definitionsThat(
      'area',
      listDefinitions(db, kinds.area),
      ({ parents }) => parents.includes(code),
      (area) => area.code,
      ({ name }) => name,
    ),
    ...indicatorsThat(
      db,
      ({ area, derived }) => area === code || (derived !== null && 'area' in derived && derived.area === code),
    ),
    ...seriesReferrers(
      db,
      ({ area }) => area === code,
      ({ area, text }) => area === code || text.includes(`"${code}"`),
    ),
  ],
})
