/** Functions of one real. */

import { type CallSite, type Example, type KqlFunction, kqlFunction, page } from "./definition";

export function ofReal(
  name: string,
  call: (value: number, site: CallSite) => number,
  examples: readonly Example[],
): KqlFunction {
  return kqlFunction({ ...common(name, examples), returns: "real", prepare: (site) => (value) => call(value, site) });
}

/** Whether a real is of a kind. */
export function kindOfReal(
  name: string,
  isKind: (value: number) => boolean,
  examples: readonly Example[],
): KqlFunction {
  return kqlFunction({ ...common(name, examples), returns: "bool", call: isKind });
}

function common(name: string, examples: readonly Example[]) {
  return {
    name,
    source: `${page(`${name}-function`)}, engine`,
    params: [{ name: "value", type: "real" }],
    nulls: "null in, null out",
    examples,
  } as const;
}
