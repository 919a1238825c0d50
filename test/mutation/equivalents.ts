/** Mutants that were looked at and change nothing that anyone could see, each with the reason. */

export interface Equivalent {
  readonly file: string;
  /** The mutated piece of source, exactly, and what stood in its place. */
  readonly original: string;
  readonly replacement: string;
  readonly why: string;
}

export const equivalents: readonly Equivalent[] = [];
