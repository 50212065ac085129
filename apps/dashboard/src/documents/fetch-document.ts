import { documentAddress } from '@pejling/addresses/api'
import { documentFile } from '@pejling/domain/release/paths'

/** Thrown where the API does not answer with a document; the message has the address and the status. */
export class FetchError extends Error {
  override name = 'FetchError'
}

/** Fetches a document as a release had it, and checks it against its schema. Throws {@link FetchError} or the schema's error. */
export async function fetchDocument<Document>(
  path: string,
  release: number,
  schema: { readonly parse: (value: unknown) => Document },
): Promise<Document> {
  const isFiles = document.documentElement.dataset['files'] !== undefined
  const address = isFiles ? documentAddress(documentFile(path, release)) : documentAddress(path, { release })
  const answer = await fetch(address)
  if (!answer.ok) throw new FetchError(`${address} answered ${answer.status}`)
  return schema.parse(await answer.json())
}
