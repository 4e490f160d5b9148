/*
 * The click that lets Yandex draw its map: only now is the frame made. Small enough to stand in the page. With Ctrl or the
 * middle button the link stays a link.
 */
for (const box of document.querySelectorAll<HTMLElement>('[data-map-frame]'))
  box.querySelector('a')?.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const frame = document.createElement('iframe')
    frame.title = box.dataset['title'] ?? ''
    frame.referrerPolicy = 'no-referrer'
    frame.tabIndex = 0
    frame.src = box.dataset['mapFrame'] ?? ''
    box.replaceChildren(frame)
    frame.focus()
  })
