/** Calls that no function definition stands for, because lowering itself gives them their meaning. */
export const LOWERED_CALLS: readonly string[] = [
  "bag_pack_columns",
  "bin_auto",
  "column_ifexists",
  "column_names_of",
  "columnifexists",
  "iscolumnexists",
  "materialize",
  "not",
  "pack_all",
  "table",
  "toscalar",
  "view",
];
