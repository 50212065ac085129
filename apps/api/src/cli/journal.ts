import { fstatSync } from 'node:fs'

/**
 * Whether a file descriptor writes to the system's journal, where others can read it later: systemd gives the journal's device and
 * inode in `JOURNAL_STREAM` (systemd.exec(5)). The variable alone proves nothing: every child process of a service inherits it.
 */
export function writesToJournal(stream: string | undefined, descriptor: number): boolean {
  if (stream === undefined) return false
  const { dev, ino } = fstatSync(descriptor, { bigint: true })
  return stream === `${dev}:${ino}`
}
