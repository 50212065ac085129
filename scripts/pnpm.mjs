// The package manager, brought by npx: the same version wherever it is asked for.
export const pnpm = 'pnpm@12.21.0'
