import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/*
 * The server and the command line as they are run: a few files instead of a thousand, all in one folder as deep as those of the
 * sources, so that what lies beside the code (figures, migrations, pages) is found from both by the same way.
 */
export default defineConfig({
  ssr: {
    noExternal: true,
    // Compiled for the machine: found where they were installed.
    external: ['better-sqlite3', '@node-rs/argon2', '@resvg/resvg-js'],
  },
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        main: at('src/cli/main.ts'),
        child: at('src/jobs/child.ts'),
        importer: at('src/intake/importer.ts'),
        // Built before, and once more with the server, so that both have one copy of each schema.
        'entry-server': at('../dashboard/dist/server/entry-server.js'),
      },
      output: { chunkFileNames: '[name]-[hash].js' },
    },
  },
})
