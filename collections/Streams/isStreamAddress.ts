import type { TextFieldSingleValidation } from 'payload'
import { message } from '../fields/message.ts'
import { readStreamAddress, streamHosts } from './streamAddress.schema.ts'

/** An address the portal can show: a known service, or a file or a stream of a host that the administrator allows. */
export const isStreamAddress: TextFieldSingleValidation = (value, { req }) => {
  if (!value) return true
  const address = readStreamAddress(value)
  if (!address)
    return message(
      req,
      'Такого адреса портал не покажет. Подходят страница видео на VK Видео, Rutube или YouTube, поток HLS (https://….m3u8) и файл MP4 или WebM.',
      'The portal cannot show this address: a video page of VK Video, Rutube or YouTube, an HLS stream, an MP4 or WebM file.',
    )
  if (address.kind === 'frame' || allowedHosts().includes(address.host)) return true
  return message(
    req,
    `Сервер ${address.host} не разрешён. Администратор разрешает серверы переменной STREAM_HOSTS.`,
    `The host ${address.host} is not allowed. Administrators allow hosts in STREAM_HOSTS.`,
  )
}

/** Our own, and those of the administrator: the policy of the pages opens no other. */
const allowedHosts = (): string[] => [
  ...streamHosts(process.env['STREAM_HOSTS']),
  URL.parse(process.env['SITE_URL'] ?? '')?.host ?? '',
]
