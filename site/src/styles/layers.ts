/**
 * The order of the cascade. It must be the first style a page reads, whatever order the bundler puts the others in, so the
 * layout writes it by hand.
 */
export const LAYERS = '@layer base,layout,components,print;'
