import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFollower } from './follower.ts'

const failure = 'указатель не обновлён'

beforeEach(() => vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => vi.restoreAllMocks())

it('runs once for a burst, and once more for what comes while it runs', async () => {
  let runs = 0
  const follower = createFollower({
    failure,
    follow: async () => {
      runs += 1
      if (runs === 1) follower.wake()
      await sleep(5)
    },
  })
  for (let publish = 0; publish < 20; publish += 1) follower.wake()
  await follower.idle()
  expect(runs).toBe(2)
})

it('rests four times as long as it worked', async () => {
  const starts: number[] = []
  const follower = createFollower({
    failure,
    follow: async () => {
      starts.push(performance.now())
      if (starts.length === 1) follower.wake()
      await sleep(200)
    },
  })
  follower.wake()
  await follower.idle()
  const [first = 0, second = 0] = starts
  expect(second - first).toBeGreaterThan(200 * 5 - 20)
})

it('says why it failed, and tries again after a rest', async () => {
  let runs = 0
  const follower = createFollower({
    failure,
    follow: async () => {
      runs += 1
      if (runs === 1) throw new Error('на диске нет места')
    },
  })
  follower.wake()
  await follower.idle()
  expect(runs).toBe(2)
  expect(console.error).toHaveBeenCalledExactlyOnceWith('указатель не обновлён: на диске нет места')
}, 20_000)

it('ends a run that is under way', async () => {
  const started = Promise.withResolvers<void>()
  const follower = createFollower({
    failure,
    follow: async (signal) => {
      started.resolve()
      await sleep(60_000, undefined, { signal })
    },
  })
  follower.wake()
  await started.promise
  await follower.stop()
  expect(console.error).not.toHaveBeenCalled()
})
