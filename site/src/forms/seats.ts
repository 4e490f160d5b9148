import type { SeatsAnswer } from '../../../collections/Registrations/registrations.schema.ts'
import { seatsWords } from '../lib/seatsWords.ts'

/* The number on the page is the last one that was published; this brings the one of now. Without it the page is right enough. */

for (const line of document.querySelectorAll<HTMLElement>('[data-seats]'))
  void fetch(line.dataset['seats'] ?? '')
    .then((response) => (response.ok ? response.json() : null))
    .then((seats: SeatsAnswer | null) => {
      if (seats) line.textContent = seatsWords(seats)
    })
    .catch(() => {}) // no connection: the number of the page stays
