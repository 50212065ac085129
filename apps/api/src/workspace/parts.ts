/** The parts of something, with one of them in place of the one of the same name, or after all others. */
export function putPart<Part extends { readonly slug: string }>(parts: readonly Part[], part: Part): Part[] {
  return parts.some(({ slug }) => slug === part.slug)
    ? parts.map((one) => (one.slug === part.slug ? part : one))
    : [...parts, part]
}
