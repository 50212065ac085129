import type { z } from 'zod'
import { Text } from './text.ts'

/** An issue of a schema's own rule, said in both languages: for `addIssue` in a `superRefine`. */
export const ruleIssue = (
  path: PropertyKey[],
  words: Text,
): { code: 'custom'; path: PropertyKey[]; message: string; params: { words: Text } } => ({
  code: 'custom',
  path,
  message: words.en,
  params: { words },
})

/** What an issue of a schema's own rule says; `null`: it is no such issue. */
export function wordsOfRule(issue: z.core.$ZodIssue): Text | null {
  if (issue.code !== 'custom') return null
  return Text.safeParse(issue.params?.['words']).data ?? null
}
