import { wishPaths } from '../../../collections/Wishes/wishes.schema.ts'

/* The number on the page is the last one that was published; this brings the one of now. Without it the page is right enough. */

const counters = [...document.querySelectorAll<HTMLElement>('[data-supports]')]
const ids = counters.flatMap(({ dataset }) => dataset['supports'] ?? [])

if (ids.length > 0)
  void fetch(`${wishPaths.supports}?ids=${ids.join(',')}`)
    .then((response) => (response.ok ? response.json() : {}))
    .then((counts: Record<string, number>) => {
      for (const counter of counters) {
        const count = counts[counter.dataset['supports'] ?? '']
        if (count !== undefined) counter.textContent = words(count)
      }
    })
    .catch(() => {}) // no connection: the number of the page stays

function words(count: number): string {
  if (count === 0) return 'пока никто не поддержал'
  const form = new Intl.PluralRules('ru').select(count)
  return `${count} ${form === 'one' ? 'человек поддержал' : form === 'few' ? 'человека поддержали' : 'человек поддержали'}`
}
