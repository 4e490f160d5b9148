import { spawnSync } from 'node:child_process'

export const runTar = (args: string[]): void => {
  const { status, stderr, error } = spawnSync('tar', args, { encoding: 'utf8' })
  if (error) throw new Error('Не найдена программа tar', { cause: error })
  if (status !== 0) throw new Error(`tar: ${stderr.trim()}`)
}
