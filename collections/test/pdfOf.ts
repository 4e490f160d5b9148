import { bytesOf, newPaper } from '../Hearings/sheet/paper.ts'

/** A small PDF with these lines of Russian text, as any program would write it. */
export const pdfOf = (...lines: string[]): Promise<Buffer> => {
  const paper = newPaper({ title: lines[0] ?? '', madeAt: new Date('2026-11-12T09:00:00.000Z') })
  paper.addPage()
  for (const line of lines) paper.text(line)
  return bytesOf(paper)
}
