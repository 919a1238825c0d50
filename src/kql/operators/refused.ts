/** Operators that Kusto has and that nothing here runs. */

/** Operators that no definition covers; the library has them by kind only, not as they are written. */
export const REFUSED_OPERATORS = [
  "consume",
  "execute-and-cache",
  "facet",
  "fork",
  "graph-mark-components",
  "graph-match",
  "graph-shortest-paths",
  "graph-to-table",
  "graph-where-edges",
  "graph-where-nodes",
  "macro-expand",
  "make-graph",
  "reduce",
];
