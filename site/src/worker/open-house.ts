/* /moy-dom/ leads to the saved house. The name is that of places.ts (see save-house.ts). */
const path = localStorage['house'] as string | undefined // what save-house.ts wrote, if it did
if (path?.startsWith('/dom/')) location.replace(path)
