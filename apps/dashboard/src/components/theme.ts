import { onDark, type Colours } from '@pejling/domain/profile/colours'

/**
 * The style sheet that gives a page the colours of its site. The dark scheme keeps its own ground, so that all can be read on it;
 * paper is white.
 */
export function themeOf({ ink, paper, accent }: Colours): string {
  return `@media screen{:root{--ink:${ink};--paper:${paper};--accent:${accent};--band:4px}}@media screen and (prefers-color-scheme:dark){:root{--ink:#e8eeec;--paper:#10191d;--accent:${onDark(accent)}}}`
}
