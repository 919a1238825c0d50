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

const PIPE = "src/kql/execute/compile-pipe.ts";
/** Which steps of KQL run together, and in how many parts: the same rows come of them. */
const TOGETHER: readonly (readonly [original: string, replacement: string])[] = [
  ['kind === "call"', "true"],
  ['functionNamed(name ?? "")?.is === "window"', "true"],
  ["segment.length === 1 || rows.length <= PART_ROWS", "true"],
  ["rows.length <= PART_ROWS", "false"],
  ["only && given.length === 1", "false"],
];
/** What the compiler alone asks for: it is there each time. */
const ALWAYS_THERE: readonly (readonly [original: string, replacement: string])[] = [
  ['""', '"Stryker was here!"'],
  ['functionNamed(name ?? "")?.is', 'functionNamed(name ?? "").is'],
  ["last?.isPartial", "last.isPartial"],
  ["stages.at(-1)?.folder", "stages.at(-1).folder"],
  ["segment.at(-1)?.columns", "segment.at(-1).columns"],
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
    file: "src/kql/values/series.ts",
    original: "at + 1",
    replacement: "at - 1",
    why: "What is the same for all members drops out of the sum: the other factors add up to nothing.",
  },
  {
    file: "src/kql/values/series.ts",
    original: "at + 1 - meanX",
    replacement: "at + 1 + meanX",
    why: "As above.",
  },
  {
    file: "src/kql/values/series.ts",
    original: "each - meanY",
    replacement: "each + meanY",
    why: "As above: here the places add up to nothing.",
  },
  ...TOGETHER.map(([original, replacement]) => ({
    file: PIPE,
    original,
    replacement,
    why: "Fewer steps run together, or in other parts: the same rows come of them.",
  })),
  ...ALWAYS_THERE.map(([original, replacement]) => ({
    file: PIPE,
    original,
    replacement,
    why: "What is asked for is there each time: the question is there for the compiler alone.",
  })),
  {
    file: PIPE,
    original: "[]",
    replacement: SOMETHING,
    why: "What a fold gives for a part is never read: its rows come at the end.",
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
