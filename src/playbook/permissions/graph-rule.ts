/** One row of the tables of Graph: a method and a path, and the least application permission for them. */

export interface GraphRule {
  readonly methods: readonly string[];
  /** Matched against the path behind the version, without query. */
  readonly path: RegExp;
  /** Only for bodies with no other keys than these. */
  readonly bodyKeys?: readonly string[];
  readonly values: readonly string[] | "delegatedOnly";
  /** Page of the Graph reference. */
  readonly page: string;
  /** The day on which the page was read. */
  readonly read: string;
}

/** Any id, in a pattern. */
export const ID = "[^/]+";

interface RuleParts {
  readonly values: readonly string[] | "delegatedOnly";
  readonly page: string;
  readonly read: string;
  readonly bodyKeys?: readonly string[];
}

/** Methods are parted by blanks; the path is a pattern of the whole path. */
export function graphRule(methods: string, path: string, parts: RuleParts): GraphRule {
  return { methods: methods.split(" "), path: new RegExp(`^${path}$`, "i"), ...parts };
}
