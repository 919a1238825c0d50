/** Mutants that were looked at and change nothing that anyone could see, each with the reason. */

export interface Equivalent {
  readonly file: string;
  /** The mutated piece of source, exactly, and what stood in its place. */
  readonly original: string;
  readonly replacement: string;
  readonly why: string;
}

const WHAT_IF = "src/access/what-if/what-if.ts";
const HEAP = "src/access/prove/activity-heap.ts";
const SOMETHING = '["Stryker was here"]';

/** Whether steps of KQL run together decides how many rows are held at once, never which rows come of them. */
const TOGETHER: readonly (readonly [original: string, replacement: string])[] = [
  ["definition.isRowByRow === true && !looksAround(step)", "false"],
  ["true", "false"],
  ["false", "true"],
  ['kind === "call" && functionNamed(name ?? "")?.is === "window"', "true"],
  [
    'kind === "call" && functionNamed(name ?? "")?.is === "window"',
    'kind === "call" || functionNamed(name ?? "")?.is === "window"',
  ],
  ['kind === "call"', "true"],
  ['functionNamed(name ?? "")?.is === "window"', "true"],
  ["segment.length === 1 || rows.length <= PART_ROWS", "true"],
  ["only && given.length === 1", "false"],
];

export const equivalents: readonly Equivalent[] = [
  {
    file: WHAT_IF,
    original: "[]",
    replacement: SOMETHING,
    why: "Where a sign-in is blocked nobody reads what else would be demanded, and a session control of no kind merges into nothing.",
  },
  {
    file: HEAP,
    original: "-1",
    replacement: "+1",
    why: "Every variable has a place: the value for one without is there for the compiler alone.",
  },
  {
    file: HEAP,
    original: "place >= 0",
    replacement: "place > 0",
    why: "What stands first can't rise.",
  },
  {
    file: "src/access/conditions/locations.ts",
    original: '["192.0.2.1", "2001:db8::1"].map(parseAddress).filter((each) => each !== undefined)',
    replacement: '["192.0.2.1", "2001:db8::1"].map(parseAddress)',
    why: "Both addresses are well-formed: the filter is there for the compiler alone.",
  },
  {
    file: "src/playbook/expressions/functions/text-search.ts",
    original: "occurrence > 0",
    replacement: "occurrence >= 0",
    why: "The zeroth occurrence is before the first as well as behind the last: neither place has one.",
  },
  ...["false", '""'].map((replacement) => ({
    file: "src/playbook/expressions/xml/xpath-evaluate.ts",
    original: replacement === "false" ? 'node.kind === "document"' : '"document"',
    replacement,
    why: "A document has no parent either way: the question is there for the compiler alone.",
  })),
  {
    file: "src/kql/functions/ipv4-in-text.ts",
    original: String.raw`/^(?:\d{1,3}\.){1,3}$/`,
    replacement: String.raw`/(?:\d{1,3}\.){1,3}$/`,
    why: "With something before the prefix no octet is a number, or no address begins so: it is false either way.",
  },
  {
    file: "src/kql/values/special-functions.ts",
    original: "x < SERIES_END",
    replacement: "x <= SERIES_END",
    why: "At the end of the series both give the same to the last digits that are told.",
  },
  {
    file: "src/kql/functions/series-statistics.ts",
    original: "at + 1",
    replacement: "at - 1",
    why: "What is the same for all members drops out of the sum: the other factors add up to nothing.",
  },
  {
    file: "src/kql/functions/series-statistics.ts",
    original: "at + 1 - meanX",
    replacement: "at + 1 + meanX",
    why: "As above.",
  },
  {
    file: "src/kql/functions/series-statistics.ts",
    original: "each - meanY",
    replacement: "each + meanY",
    why: "As above: here the places add up to nothing.",
  },
  ...TOGETHER.map(([original, replacement]) => ({
    file: "src/kql/execute/compile-pipe.ts",
    original,
    replacement,
    why: "With it fewer steps run together: the same rows come of them, more slowly.",
  })),
  {
    file: "src/kql/execute/compile-pipe.ts",
    original: 'functionNamed(name ?? "")?.is',
    replacement: 'functionNamed(name ?? "").is',
    why: "A program names only functions that are there.",
  },
  {
    file: "src/kql/functions/array-values.ts",
    original: '"dynamic"',
    replacement: '""',
    why: "The type of the second argument is always known: the default is there for the compiler alone.",
  },
  {
    file: "src/kql/plugins/pivot.ts",
    original: "[null]",
    replacement: "[]",
    why: "The aggregate puts its value into the place whatever stood there.",
  },
];
