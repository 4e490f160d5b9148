/*
 * «Сохранить мой дом», the button of a house's page. Small enough to stand in the page, which loads no script file; the
 * names are those of places.ts, whose import would make it one.
 */
for (const button of document.querySelectorAll<HTMLElement>('[data-save-house]')) {
  const path = location.pathname
  const show = () => {
    button.textContent = localStorage['house'] === path ? 'Дом сохранён. Убрать' : 'Сохранить мой дом'
  }
  button.onclick = async () => {
    const isSaved = localStorage['house'] === path
    await caches.delete('house')
    if (isSaved) localStorage.removeItem('house')
    else {
      await (await caches.open('house')).add(path)
      localStorage['house'] = path
    }
    show()
  }
  if ('caches' in window) {
    show()
    button.hidden = false
  }
}
