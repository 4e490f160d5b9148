/*
 * «Сохранить мой дом», the button of a house's page. Small enough to stand in the page, which loads no script file; the
 * names are those of places.ts, whose import would make it one.
 */
const button = document.querySelector<HTMLElement>('[data-save-house]')
const path = location.pathname
const kept = localStorage
const show = () => {
  if (button) button.textContent = kept['house'] === path ? 'Дом сохранён. Убрать' : 'Сохранить мой дом'
}
if (button && 'caches' in window) {
  show()
  button.hidden = false
  button.onclick = async () => {
    await caches.delete('house')
    if (kept['house'] === path) kept.removeItem('house')
    else {
      await (await caches.open('house')).add(path)
      kept['house'] = path
    }
    show()
  }
}
