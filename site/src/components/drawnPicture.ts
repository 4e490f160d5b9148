import type { PictureData } from './props.ts'

const drawing = (width: number, height: number) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path fill="#d9ebe2" d="M0 0h${width}v${height}H0z"/><path d="M0 ${height * 0.7}h${width}M${width * 0.3} ${height * 0.7}q${width * 0.2} ${height * -0.25} ${width * 0.4} 0" fill="none" stroke="#0e4a3a" stroke-width="8"/></svg>`,
  )}`

/** A picture for the examples: drawn here, so that the gallery needs no media. */
export function drawnPicture({
  alt,
  focalX = 50,
  focalY = 50,
}: Pick<PictureData, 'alt' | 'focalX' | 'focalY'>) {
  const picture: PictureData = {
    alt,
    width: 1600,
    height: 900,
    src: drawing(1600, 900),
    renditions: [],
    focalX,
    focalY,
  }
  return picture
}
