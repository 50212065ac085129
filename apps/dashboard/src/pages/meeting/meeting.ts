/* What the views of a meeting do more with a script. Each part looks for its own view. */
import { keepOffline } from './keep-offline.ts'
import { showSlides } from './show-slides.ts'
import { turnScreens } from './turn-screens.ts'

turnScreens()
showSlides()
// Where it cannot be kept, it is read with a network.
keepOffline().catch(() => undefined)
