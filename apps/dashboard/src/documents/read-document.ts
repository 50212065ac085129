import type { Read } from '@pejling/page-contract/pages'

/** What a document is checked against: a schema of the domain. */
interface Schema<Document> {
  readonly parse: (value: unknown) => Document
}

/** Reads a document of the release; `undefined` where it is absent. Throws the schema's error where it is malformed. */
export function readDocument<Document>(read: Read, path: string, schema: Schema<Document>): Document | undefined {
  const value = read(path)
  return value === undefined ? undefined : schema.parse(value)
}
