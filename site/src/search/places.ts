/** Where the index lies in the site; Pagefind names its files by their content, all but a few. */
export const searchFolder = 'pagefind'

/** Names all others: whoever has read it finds their files, so it is replaced last. */
export const searchEntry = 'pagefind-entry.json'
