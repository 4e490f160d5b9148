import { channelStatuses, networks } from '../../../collections/networks.schema.ts'
import type { Globals } from '../cms/types.ts'
import type { TagProps } from '../components/props.ts'

export type ChannelRow = NonNullable<Globals['channels']['rows']>[number]

export const networkName = ({ network }: Pick<ChannelRow, 'network'>): string =>
  networks.find(({ value }) => value === network)?.ru ?? network

const tones: Record<ChannelRow['status'], TagProps['tone']> = {
  active: 'done',
  planned: 'plain',
  limited: 'plain',
  blocked: 'late',
  closed: 'late',
}

/** Its state in words; a colour only beside them. */
export const channelTag = ({ status }: Pick<ChannelRow, 'status'>): TagProps => ({
  label: channelStatuses.find(({ value }) => value === status)?.ru ?? status,
  tone: tones[status],
})

/** Whether residents are sent there: not to what is blocked, closed or not there yet. */
export const isReachable = ({ status, url }: Pick<ChannelRow, 'status' | 'url'>): boolean =>
  Boolean(url) && (status === 'active' || status === 'limited')
