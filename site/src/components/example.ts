/**
 * One state of a component. The gallery (/komponenty/), the HTML tests and axe all read the same examples, which stand
 * beside the component.
 */
export interface Example<Props> {
  /** What it shows: «очень длинное название». */
  name: string
  props: Props
  /** HTML for the slot. */
  slot?: string
}
