import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openPortal, type Portal } from '../test/openPortal.ts'
import { inTransaction } from './inTransaction.ts'
import { beginSeries, nextNumber } from './series.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

it('gives out no number twice and loses none, when forty ask at once', async () => {
  const take = async () => {
    const req = await createLocalReq({}, portal.payload)
    await beginSeries(req, 'test')
    return inTransaction(req, () => nextNumber(req, 'test'))
  }
  const numbers = await Promise.all(Array.from({ length: 40 }, take))
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
})
