import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // A run in which nothing ran has proved nothing.
    passWithNoTests: false,
    // Processes and browsers are started and killed here; what hangs is stopped, what is only slow is not.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // So with what is looked for again and again: left to itself it would be given up after a second.
    expect: { poll: { timeout: 60_000 } },
    // Much of the time is waiting for servers and browsers: on a machine of two cores, too, two files go side by side.
    maxWorkers: 2,
    projects: [
      {
        // Nothing in them changes what another file of the same process sees; one process reads the code once for all of them.
        extends: true,
        test: {
          name: 'functions',
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.{ts,tsx}'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'product',
          include: ['e2e/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'e2e/pages/static-site.test.ts'],
        },
      },
      {
        // The public pages once more, as files.
        extends: true,
        test: {
          name: 'files',
          include: ['e2e/pages/{pages,exploring,static-site}.test.ts'],
          globalSetup: 'e2e/pages/exported-site.ts',
        },
      },
    ],
  },
})
