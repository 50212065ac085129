import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

// The gallery is served from the dashboard's own folder, so that it shows the product's style sheet and components.
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  server: { open: false },
})
