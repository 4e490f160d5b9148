/*
 * «Сохранить мой дом», the button of a house's page. Small enough to stand in the page, which loads no script file; the
 * names are those of places.ts, whose import would make it one.
 */
const saver = document.querySelector<HTMLElement>('[data-save-house]')
if (saver && 'caches' in window) {
  const path = location.pathname
  const kept = localStorage
  const show = () => {
    saver.textContent = kept['house'] === path ? 'Дом сохранён. Убрать' : 'Сохранить мой дом'
  }
  saver.onclick = async () => {
    await caches.delete('house')
    if (kept['house'] === path) delete kept['house']
    else {
      await (await caches.open('house')).add(path)
      kept['house'] = path
    }
    show()
  }
  show()
} else saver?.remove()
