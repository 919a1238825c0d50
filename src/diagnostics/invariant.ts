/** Promises that picket makes to itself. A broken one is a bug of picket, never a user's mistake. */

/** Thrown where a promise inside picket is broken; the command line exits with 3, batch answers `bug`. */
export class PicketBug extends Error {
  override readonly name = "PicketBug";
}

/** Asserts a promise; `why` says why it must hold. */
export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) throw new PicketBug(why);
}

/** The default of an exhaustive switch. */
export function unreachable(value: never): never {
  throw new PicketBug(`no case for ${JSON.stringify(value) ?? String(value)}`);
}
