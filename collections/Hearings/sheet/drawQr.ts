import { encode } from 'uqr'
import { ink, type Paper } from './paper.ts'

type Square = { x: number; y: number; size: number }

/** Draws a QR code as one filled path, neighbours of a row together; `size` includes no quiet zone. */
export const drawQr = (paper: Paper, text: string, { x, y, size }: Square): void => {
  const { data } = encode(text, { ecc: 'M', border: 0 })
  const module = size / data.length
  data.forEach((row, index) => {
    for (let from = 0; from < row.length; from += 1) {
      if (!row[from]) continue
      let to = from
      while (row[to + 1]) to += 1
      paper.rect(x + from * module, y + index * module, (to - from + 1) * module, module)
      from = to
    }
  })
  paper.fill(ink)
}
