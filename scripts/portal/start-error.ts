/** A reason not to start that the newcomer can act on: printed as its message, without a stack. */
export class StartError extends Error {}
