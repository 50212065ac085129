import type { IdentityProvider } from '../accounts/identity-provider.ts'
import type { SecondStepParts } from '../accounts/second-step.ts'
import type { Site } from '@pejling/page-contract/site'
import type { MailServer } from '../extras/mail/transport.ts'
import type { ImportJobs } from '../intake/jobs.ts'
import type { OutsideSources } from '../intake/sources/arrive.ts'
import type { PrintPdf } from '../meetings/pdf.ts'
import type { PageRenderer } from '../public/page-renderer.ts'

/** What the workspace's API and the desk's pages work with. */
export interface WorkspaceParts extends SecondStepParts {
  readonly renderer: PageRenderer
  readonly site: Site
  /** Where people may also sign in; `null`: only here. */
  readonly provider: IdentityProvider | null
  /** Where figures can be fetched from. */
  readonly sources: OutsideSources
  /** Files that are being imported. */
  readonly jobs: ImportJobs
  /** Makes PDF files; `null`: this machine cannot. */
  readonly printPdf: PrintPdf | null
  /** The server mails are sent by; `null`: none are sent. */
  readonly mail: MailServer | null
  /** To be called when a release has been made. */
  readonly onPublished: () => void
}
