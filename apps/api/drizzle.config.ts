import { defineConfig } from 'drizzle-kit'

// After `drizzle-kit generate`, add STRICT (and WITHOUT ROWID where the primary key is the way in) by hand: drizzle cannot say it.
export default defineConfig({ dialect: 'sqlite', schema: './src/db/schema.ts', out: './migrations' })
