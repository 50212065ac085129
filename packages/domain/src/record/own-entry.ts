/**
 * What a record holds under a name that comes from outside: a file, an address, another program. `undefined` where it holds
 * nothing of its own under it: every object inherits a `constructor` and more, which were never put into it.
 */
export function ownEntry<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
