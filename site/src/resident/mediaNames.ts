/** Names of the media files that a page, a feed or its data refers to. */
export function mediaNames(text: string): string[] {
  return [...text.matchAll(/\/media\/([^\s"'<>)?#,&\\]+)/g)].map(([, name]) => decodeURIComponent(name ?? ''))
}
