import type { DefaultServerCellComponentProps } from 'payload'

/** In the list of questions: the public subject, before publication the one that was sent (editors alone read it). */
export const SubjectCell = ({ cellData, rowData }: DefaultServerCellComponentProps) => {
  const sent: unknown = rowData?.['sent']
  const subject =
    typeof sent === 'object' && sent && 'subject' in sent && typeof sent.subject === 'string'
      ? sent.subject
      : '—'
  return <span>{typeof cellData === 'string' && cellData !== '' ? cellData : subject}</span>
}
