import type { z } from 'zod'

/** Asks the API of the workspace as the application of the desk does, with the headers of its browser, and reads the answer. */
export async function askWorkspace<Schema extends z.ZodType>(
  { origin, headers }: { readonly origin: string; readonly headers: Readonly<Record<string, string>> },
  schema: Schema,
  path: string,
  method?: 'POST' | 'PATCH',
  body: FormData | Readonly<Record<string, unknown>> | null = null,
): Promise<z.output<Schema>> {
  const isJson = body !== null && !(body instanceof FormData)
  const answer = await fetch(`${origin}/api/v1/workspace${path}`, {
    ...(method !== undefined && { method }),
    headers: { ...headers, origin, ...(isJson && { 'content-type': 'application/json' }) },
    body: isJson ? JSON.stringify(body) : body,
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${(await answer.text()).slice(0, 2000)}`)
  return schema.parse(await answer.json())
}
