import { defineConfig } from 'vitest/config'

const excluded = ['**/node_modules/**', '**/.next/**', '**/.data/**', '**/dist/**']

// Two cores: two workers keep both busy; the projects that share one database or one browser take turns.
export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default'],
    projects: [
      // Astro compiles its components itself (*.html.test.ts).
      'site/vitest.config.ts',
      {
        test: {
          name: 'unit',
          include: ['{cms,collections,scripts,site}/**/*.test.{ts,tsx}'],
          exclude: [...excluded, '**/*.{int,browser,html,slow}.test.ts'],
          testTimeout: 15_000,
        },
      },
      {
        // Whole builds, hundreds of edits, kills: `npm run check` has no time for them.
        test: {
          name: 'slow',
          include: ['{cms,collections,scripts,site}/**/*.slow.test.ts'],
          exclude: excluded,
          testTimeout: 15_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{cms,collections,scripts,site}/**/*.int.test.ts'],
          exclude: excluded,
          globalSetup: ['scripts/test/databaseSetup.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['{cms,collections,scripts,site}/**/*.browser.test.ts'],
          exclude: excluded,
          globalSetup: ['scripts/test/portalSetup.ts'],
          fileParallelism: false,
          maxConcurrency: 3,
          testTimeout: 180_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
