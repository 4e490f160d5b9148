'use client'

import type { DefaultCellComponentProps } from 'payload'
import { momentText } from './moscowClock.ts'

/** In a list: a date with its time, by the clock in Moscow. */
export const MoscowCell = ({ cellData }: DefaultCellComponentProps) => (
  <span>{typeof cellData === 'string' ? momentText(cellData) : ''}</span>
)
