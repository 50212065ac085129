import { longestCellText, writableTexts } from '@pejling/domain/writable-text'
import { writeXlsx, type WriteOptions } from 'hucre/xlsx'

/** A workbook as XLSX, whatever characters its texts hold. Texts longer than a cell can hold are cut. */
export async function writeWorkbook(workbook: WriteOptions): Promise<Buffer> {
  return Buffer.from(await writeXlsx(writableTexts(workbook, longestCellText)))
}

/** How figures with so many decimals are written, as spreadsheets say it. Programs write it in their reader's own language. */
export const numberFormat = (decimals: number): string => `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`
