import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { latinFonts, pictureFonts } from './latin-fonts.ts'
import { packedFiles } from './packed-files.ts'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), latinFonts(), ...(isSsrBuild ? [] : [pictureFonts(), packedFiles()])],
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true },
  build: isSsrBuild
    ? {
        emptyOutDir: true,
        // The server has the domain loaded already: one copy of each schema, not two that disagree about who they are.
        rolldownOptions: { external: [/^@pejling\//, /^zod/] },
      }
    : {
        outDir: 'dist/client',
        // Fonts stay files of their own, so that they can be preloaded and kept.
        assetsInlineLimit: 0,
        // Tells the server what the files it names are called.
        manifest: true,
        rolldownOptions: {
          input: [
            'src/app/page.css',
            'src/pages/overview/overview-page.css',
            'src/pages/indicator/indicator-page.css',
            'src/pages/meeting/meeting.css',
            'src/pages/meeting/meeting.ts',
            'src/pages/meeting/worker.ts',
            'src/pages/embed/embed.css',
            'src/pages/embed/embed.ts',
            'src/pages/embed/embed-frames.ts',
            'src/desk/desk.css',
            'src/desk/desk.ts',
            'src/app/entry-client.ts',
          ],
        },
      },
}))
