import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { latinFonts } from '../latin-fonts.ts'

// The gallery is served from the dashboard's own folder, so that it shows the product's style sheet and components.
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [latinFonts()],
  // The typefaces are made beside the packages.
  server: { open: false, fs: { strict: false } },
})
