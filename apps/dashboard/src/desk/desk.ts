/* What the pages of the desk do more with a script. Each part looks for its own page. */
import { filterValues } from './filter-values.ts'
import { followImport } from './follow-import.ts'
import { followSlides } from './follow-slides.ts'
import { startGrid } from './grid.ts'
import { usePasskeys } from './use-passkeys.ts'

startGrid()
followImport()
followSlides()
filterValues()
usePasskeys()
