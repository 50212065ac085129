import jsQR from 'jsqr'
import type { Page } from 'playwright-core'

/** The pixels of a picture, four bytes each. Runs in a page, which knows how to read PNG. */
async function pixelsOf(source: string): Promise<{ width: number; height: number; pixels: string }> {
  const image = new Image()
  image.src = source
  await image.decode()
  const { naturalWidth: width, naturalHeight: height } = image
  const drawing = new OffscreenCanvas(width, height).getContext('2d')
  drawing?.drawImage(image, 0, 0)
  const bytes = drawing?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray()
  let pixels = ''
  for (const byte of bytes) pixels += String.fromCodePoint(byte)
  return { width, height, pixels: btoa(pixels) }
}

/** What a camera before a picture reads from the QR code in it; `null`: there is none, or it cannot be read. */
export async function readQrCode(page: Page, png: Buffer): Promise<string | null> {
  const empty = await page.context().newPage()
  const { width, height, pixels } = await empty.evaluate(pixelsOf, `data:image/png;base64,${png.toString('base64')}`)
  await empty.close()
  return jsQR.default(new Uint8ClampedArray(Buffer.from(pixels, 'base64')), width, height)?.data ?? null
}
