import type { Endpoint } from 'payload'
import { confirmEndpoints } from './confirm.ts'
import { houseForm } from './houseForm.ts'
import { ownEndpoints } from './own.ts'
import { stopEndpoints } from './stop.ts'
import { deviceEndpoints } from './subscribeDevice.ts'
import { subscribeEndpoints } from './subscribe.ts'

/** Under /api/told. */
export const subscriptionEndpoints: Endpoint[] = [
  ...subscribeEndpoints,
  ...deviceEndpoints,
  houseForm,
  ...confirmEndpoints,
  ...ownEndpoints,
  ...stopEndpoints,
]
