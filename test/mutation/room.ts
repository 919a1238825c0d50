/** What a room brings to be mutated: its sources, and the tests that are run against each mutant. */

export interface MutationRoom {
  readonly name: string;
  /** Globs from the project's folder; those with `!` are left out. */
  readonly sources: readonly string[];
  /** Globs of test files. Fewer tests kill fewer mutants: what is left out here can only lower the score. */
  readonly tests: readonly string[];
  /** Test files among them that would cost seconds for each mutant that lives. */
  readonly slow?: readonly string[];
  /** Files that stand in the place of an import: in a run before the mutants, and then with them. */
  readonly standIns?: readonly {
    readonly import: string;
    readonly before: string;
    readonly mutated: string;
  }[];
}
