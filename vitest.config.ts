import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
    // A run in which nothing ran has proved nothing.
    passWithNoTests: false,
    // Processes and browsers are started and killed here; what hangs is stopped, what is only slow is not.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
