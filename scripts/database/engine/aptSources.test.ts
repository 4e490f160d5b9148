import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findDebianMirror } from './aptSources.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'apt-sources-'))
  mkdirSync(join(folder, 'sources.list.d'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

describe('findDebianMirror', () => {
  it('reads the one-line format, options and comments and all', () => {
    write(
      'sources.list',
      [
        '# deb http://old.example/debian bookworm main',
        'deb-src http://mirror.example/debian bookworm main',
        'deb http://security.example/debian-security bookworm-security main',
        'deb [arch=amd64 signed-by=/keys/debian.gpg] http://mirror.example/debian/ bookworm main contrib # ours',
      ].join('\n'),
    )
    expect(findDebianMirror(folder)).toEqual({
      uri: 'http://mirror.example/debian',
      signedBy: '/keys/debian.gpg',
    })
  })
  it('reads paragraphs of fields (deb822), continued and commented', () => {
    write(
      'sources.list.d/debian.sources',
      [
        'Types: deb deb-src',
        '# a comment within',
        'URIs: https://mirror.example/debian',
        'Suites: trixie',
        ' trixie-updates',
        'Components: main',
        'Signed-By: /usr/share/keyrings/debian-archive-keyring.pgp',
        '',
        'Types: deb',
        'URIs: https://mirror.example/debian-security',
        'Suites: trixie-security',
        'Components: main',
      ].join('\n'),
    )
    expect(findDebianMirror(folder)).toEqual({
      uri: 'https://mirror.example/debian',
      signedBy: '/usr/share/keyrings/debian-archive-keyring.pgp',
    })
  })
  it('does not take a switched-off or a foreign repository, or Ubuntu, for a mirror of Debian', () => {
    write(
      'sources.list.d/off.sources',
      'Enabled: no\nTypes: deb\nURIs: http://off.example/debian\nSuites: sid\nComponents: main\n',
    )
    write(
      'sources.list.d/foreign.list',
      'deb https://packages.example/apt sdk-bookworm main\ndeb https://docker.example/linux/debian bookworm stable\n',
    )
    write(
      'sources.list.d/ubuntu.sources',
      'Types: deb\nURIs: http://ubuntu.example/ubuntu\nSuites: noble noble-updates\nComponents: main universe\n',
    )
    expect(findDebianMirror(folder)).toBe(undefined)
  })
  it('finds nothing where apt has no sources', () => {
    expect(findDebianMirror(join(folder, 'none'))).toBe(undefined)
  })
})
