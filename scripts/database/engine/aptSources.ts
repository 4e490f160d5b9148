import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The Debian mirror this machine already uses, read from apt's own sources. */
export interface DebianMirror {
  uri: string
  signedBy: string | undefined
}

interface AptEntry {
  uris: string[]
  suites: string[]
  components: string[]
  signedBy: string | undefined
}

/** Debian's suites by name; a foreign repository has its own suites, or another component than main. */
const debianSuite =
  /^(buster|bullseye|bookworm|trixie|forky|duke|sid|oldoldstable|oldstable|stable|testing|unstable)(-updates)?$/

export function findDebianMirror(aptFolder = '/etc/apt'): DebianMirror | undefined {
  for (const entry of readAptSources(aptFolder)) {
    const isDebian =
      entry.suites.some((suite) => debianSuite.test(suite)) && entry.components.includes('main')
    const uri = entry.uris.find(
      (candidate) => /^(https?|file|copy):/.test(candidate) && !/security/.test(candidate),
    )
    if (isDebian && uri) return { uri: uri.replace(/\/+$/, ''), signedBy: entry.signedBy }
  }
  return undefined
}

function readAptSources(folder: string): AptEntry[] {
  const entries: AptEntry[] = []
  const read = (path: string) => {
    try {
      return readFileSync(path, 'utf8')
    } catch {
      // apt itself does without a missing or unreadable file.
      return ''
    }
  }
  entries.push(...parseOneLine(read(join(folder, 'sources.list'))))
  let names: string[] = []
  try {
    names = readdirSync(join(folder, 'sources.list.d')).sort()
  } catch {
    // No folder, no entries.
  }
  for (const name of names) {
    const text = read(join(folder, 'sources.list.d', name))
    if (name.endsWith('.list')) entries.push(...parseOneLine(text))
    if (name.endsWith('.sources')) entries.push(...parseDeb822(text))
  }
  return entries
}

/** `deb [signed-by=…] http://mirror/debian bookworm main contrib` */
export function parseOneLine(text: string): AptEntry[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s*([^#]*)/.exec(line)
    if (!match) return []
    const [, options = '', uri = '', suite = '', components = ''] = match
    return [
      {
        uris: [uri],
        suites: [suite],
        components: words(components),
        signedBy: /signed-by=(\S+)/.exec(options)?.[1],
      },
    ]
  })
}

/** Paragraphs of `Field: value`, continued lines indented, `#` lines are comments (deb822-sources). */
export function parseDeb822(text: string): AptEntry[] {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .split(/\n\s*\n/)
    .flatMap((paragraph) => {
      const fields = new Map<string, string>()
      for (const line of paragraph.replace(/\n[ \t]+/g, ' ').split('\n')) {
        const match = /^([A-Za-z-]+):\s*(.*)$/.exec(line)
        if (match) fields.set(match[1]!.toLowerCase(), match[2]!)
      }
      const isOn = !/^(no|false|0)$/i.test(fields.get('enabled') ?? 'yes')
      if (!isOn || !words(fields.get('types')).includes('deb')) return []
      const signedBy = fields.get('signed-by')
      return [
        {
          uris: words(fields.get('uris')),
          suites: words(fields.get('suites')),
          components: words(fields.get('components')),
          // A key may stand in the file itself; only a path can be passed on.
          signedBy: signedBy?.startsWith('/') ? signedBy : undefined,
        },
      ]
    })
}

function words(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter(Boolean)
}
