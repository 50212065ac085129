import { fstatSync } from 'node:fs'

/**
 * Whether what is written to a file descriptor goes to the system's journal, which keeps it for others to read: systemd says the
 * journal's device and inode in `JOURNAL_STREAM` (systemd.exec(5)). A program that was only started by a service has the variable, too.
 */
export function writesToJournal(stream: string | undefined, descriptor: number): boolean {
  if (stream === undefined) return false
  const { dev, ino } = fstatSync(descriptor, { bigint: true })
  return stream === `${dev}:${ino}`
}
