/** What lowering puts around a condition when the engine's answer is not known once it is true. */

import { type KqlFunction, kqlFunction, page } from "./definition";

/** No query can name it: `$` starts no function's name. */
const untold = kqlFunction({
  name: "$untold",
  source: page("search-operator"),
  params: [{ name: "condition", type: "bool" }],
  returns: "bool",
  nulls: "sees nulls",
  examples: [],
  prepare: (site) => (condition) =>
    condition === true
      ? site.refuse("unsupported", "a term that is found only in a column that is no text is not evaluated")
      : false,
});

export const untoldFunctions: readonly KqlFunction[] = [untold];
