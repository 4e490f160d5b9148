import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'
import { resolve } from 'node:path'

// The bundle of the model asks for the folder of uploads and cannot tell where it stands itself.
process.env.DATA_DIR ??= resolve(import.meta.dirname, '../.data')

const config: NextConfig = {
  poweredByHeader: false,
  // Left to be bundled, `payload` would exist twice (here and in server.ts), and errors would lose their class and with
  // it the names of the fields they are about.
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-mongodb',
    '@payloadcms/drizzle',
    '@payloadcms/graphql',
    'pdfkit',
    'pdfjs-dist',
  ],
  turbopack: { root: resolve(import.meta.dirname, '..') },
  // `npm run check` has already checked the types of all rooms.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  devIndicators: false,
  experimental: {
    // The state of a long form travels as a server action; the default of 1 MB would lose a long article.
    serverActions: { bodySizeLimit: '4mb' },
  },
}

export default withPayload(config)
