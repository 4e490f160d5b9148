import '@fontsource-variable/golos-text'
import '@payloadcms/next/css'
import config from '@payload-config'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import { schedulePublishHandler } from '@payloadcms/ui/utilities/schedulePublishHandler'
import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { guardSchedule } from '../../guardSchedule.ts'
import '../../admin/admin.css'
import { importMap } from './admin/importMap.js'

const serverFunctions = { 'schedule-publish': guardSchedule(schedulePublishHandler) }

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  return handleServerFunctions({ ...args, config, importMap, serverFunctions })
}

const Layout = ({ children }: { children: ReactNode }) => (
  <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
    {children}
  </RootLayout>
)

export default Layout
