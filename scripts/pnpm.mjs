// The package manager, run through npx: one version everywhere.
export const pnpm = 'pnpm@12.21.0'
