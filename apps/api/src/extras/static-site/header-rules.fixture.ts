/** Reads `_headers` as hosts of static sites do: every rule that fits an address, in order. */
export function readHeadersFile(text: string): (path: string) => readonly (readonly [name: string, value: string])[] {
  const rules = text
    .trim()
    .split('\n\n')
    .map((block) => {
      const [pattern = '', ...lines] = block.split('\n')
      const headers = lines.map((line): readonly [string, string] => {
        const [name = '', ...value] = line.trim().split(': ')
        return [name.toLowerCase(), value.join(': ')]
      })
      return { parts: pattern.split('/').filter(Boolean), headers }
    })
  const fits = (rule: readonly string[], path: readonly string[]): boolean =>
    rule.at(-1) === '*'
      ? path.length >= rule.length - 1 && fits(rule.slice(0, -1), path.slice(0, rule.length - 1))
      : rule.length === path.length && rule.every((part, index) => part.startsWith(':') || part === path[index])
  return (path) =>
    rules.filter(({ parts }) => fits(parts, path.split('/').filter(Boolean))).flatMap(({ headers }) => headers)
}
