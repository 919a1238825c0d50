/** Calls that no function definition stands for, because lowering itself gives them their meaning. */
export const LOWERED_CALLS: readonly string[] = [
  "column_ifexists",
  "columnifexists",
  "materialize",
  "not",
  "table",
  "toscalar",
  "view",
];
