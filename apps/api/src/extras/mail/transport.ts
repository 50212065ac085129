import type { Locale } from '@pejling/domain/text'
import { createTransport } from 'nodemailer'
import { z } from 'zod'

/* How mails leave: by SMTP, to the server of PEJLING_SMTP_URL and no other. */

/** Where mails are sent from. */
export interface MailServer {
  /** `smtp://user:password@host:587`, or `smtps://…:465` where the connection begins encrypted. */
  readonly url: string
  /** The sender: an address, or `Pejling <pejling@example.dk>`. */
  readonly from: string
}

/** A mail as it leaves. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly language: Locale
  /** Its number in the log, which its Message-ID is made of. */
  readonly number: number
}

/**
 * What came of handing a mail over. `uncertain`: the connection was cut after all of it had been sent; it may have arrived.
 * `isFinal`: the server does not want it, and would not the next time.
 */
export type SendResult = 'sent' | 'uncertain' | { readonly problem: string; readonly isFinal: boolean }

/** Hands a mail over. */
export type SendMail = (letter: Letter) => Promise<SendResult>

/** The mail server does not answer for so long, in milliseconds. */
const timeout = 20_000

const Failure = z.object({
  message: z.string().catch('unknown'),
  code: z.string().optional().catch(undefined),
  responseCode: z.int().optional().catch(undefined),
})

/** What a failure means: what the server said, without the address of anybody. `isHandedOver`: all of the mail had been sent. */
function readFailure(error: unknown, isHandedOver: boolean): Exclude<SendResult, 'sent'> {
  const { message, code, responseCode } = Failure.parse(error)
  if (isHandedOver && responseCode === undefined) return 'uncertain'
  const problem = message.replaceAll(/[^\s<>@]+@[^\s<>@]+/g, '…').slice(0, 300)
  // A refusal of the address with 5xx stands; one of the sign-in or of the network may pass.
  return { problem, isFinal: responseCode !== undefined && responseCode >= 500 && code === 'EENVELOPE' }
}

const ignore = (): void => undefined

/** Sends mails through a server. Certificates are checked; the connection is encrypted wherever the server offers it. */
export function mailSender({ url, from }: MailServer, siteUrl: string): SendMail {
  const { hostname } = new URL(siteUrl)
  return async ({ to, subject, text, language, number }) => {
    let isHandedOver = false
    const transport = createTransport({
      url,
      connectionTimeout: timeout,
      greetingTimeout: timeout,
      socketTimeout: timeout,
      // What the connection reports is the only word of how far a mail came.
      logger: {
        level: ignore,
        trace: ignore,
        debug: ignore,
        info: (entry: { readonly tnx?: string }) => {
          if (entry.tnx === 'message') isHandedOver = true
        },
        warn: ignore,
        error: ignore,
        fatal: ignore,
      },
    })
    try {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        messageId: `<${number}.${Date.now()}@${hostname}>`,
        headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      return 'sent'
    } catch (error) {
      return readFailure(error, isHandedOver)
    }
  }
}
