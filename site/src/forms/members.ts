import { joinPaths } from '../../../collections/JoinRequests/join.schema.ts'

/* The number on the page is the last one that was published; this brings the one of now. */

const counter = document.querySelector('[data-members]')

if (counter)
  void fetch(joinPaths.count)
    .then((response) => (response.ok ? response.json() : null))
    .then((reply: { members: number } | null) => {
      if (reply) counter.textContent = String(reply.members)
    })
    .catch(() => {}) // no connection: the number of the page stays
