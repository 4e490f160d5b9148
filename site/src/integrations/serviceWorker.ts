import { hash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { offlineRevision, serviceWorkerPath } from '../worker/places.ts'

/**
 * Bundles the service worker with the scripts of the pages, under its fixed name: a browser looks at that address for a newer
 * one. What it fetches beforehand is fetched anew when its code or theirs is another.
 */
export function serviceWorker(): AstroIntegration {
  return {
    name: 'service-worker',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build') updateConfig({ vite: { plugins: [workerEntry()] } })
      },
    },
  }
}

function workerEntry() {
  const fileName = serviceWorkerPath.slice(1)
  return {
    name: 'service-worker:entry',
    apply: 'build' as const,
    applyToEnvironment: ({ name }: { name: string }) => name === 'client',
    buildStart(this: { emitFile: (file: { type: 'chunk'; id: string; fileName: string }) => string }) {
      const id = fileURLToPath(new URL('../worker/service-worker.ts', import.meta.url))
      this.emitFile({ type: 'chunk', id, fileName })
    },
    generateBundle(_: unknown, bundle: Record<string, { type: string; code?: string }>) {
      const chunk = bundle[fileName]
      if (!chunk?.code) throw new Error(`${fileName} не собрался`)
      const revision = hash('sha256', [chunk.code, ...Object.keys(bundle)].join('\n')).slice(0, 16)
      chunk.code = chunk.code.replaceAll(offlineRevision, revision)
      // Not every browser takes a module here; without imports and exports it is a plain script too.
      if (/^(import|export)\b/m.test(chunk.code)) throw new Error(`${fileName} должен быть одним файлом`)
    },
  }
}
