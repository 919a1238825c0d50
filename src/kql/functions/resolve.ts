/** Which overload a call means, from the types of its arguments, and what is converted for it. */

import type { TypeName } from "../values/type-name";
import type { Value } from "../values/value";
import type { Overload, Param, ParamType } from "./definition";

export interface Resolved {
  readonly overload: number;
  readonly type: TypeName;
  /** The type that each argument is converted to. */
  readonly types: readonly TypeName[];
}

export type Resolution =
  | { readonly kind: "resolved"; readonly call: Resolved }
  /** The engine refuses these types. */
  | { readonly kind: "refused"; readonly problem: string }
  /** No overload of ours takes them. */
  | { readonly kind: "unknown" };

/** What functions and aggregates have in common. */
interface Callable {
  readonly overloads: readonly Pick<Overload, "params" | "returns">[];
}

/** The overload with the fewest and shortest conversions; of equals the first. */
export function resolveCall(
  definition: Callable,
  types: readonly TypeName[],
  constants: readonly (Value | undefined)[] = [],
): Resolution {
  let best: { readonly index: number; readonly cost: number; readonly types: readonly TypeName[] } | undefined;
  definition.overloads.forEach((overload, index) => {
    const fit = fitOf(overload, types);
    if (fit && (best === undefined || fit.cost < best.cost)) best = { index, ...fit };
  });
  const chosen = best && definition.overloads[best.index];
  if (!best || !chosen) return { kind: "unknown" };
  const type = typeof chosen.returns === "function" ? chosen.returns(best.types, constants) : chosen.returns;
  if (typeof type === "object") return { kind: "refused", problem: type.problem };
  return { kind: "resolved", call: { overload: best.index, type, types: best.types } };
}

/** The parameter that an argument goes to. */
export function paramAt(params: readonly Param[], index: number): Param | undefined {
  const last = params.at(-1);
  return params[index] ?? (last?.repeats ? last : undefined);
}

function fitOf(
  { params }: Pick<Overload, "params">,
  types: readonly TypeName[],
): { readonly cost: number; readonly types: readonly TypeName[] } | undefined {
  const needed = params.filter(({ optional, repeats }) => !optional && !repeats).length;
  if (types.length < needed) return undefined;
  let cost = 0;
  const converted: TypeName[] = [];
  for (const [index, from] of types.entries()) {
    const param = paramAt(params, index);
    const step = param && conversionCost(from, param.type);
    if (param === undefined || step === undefined) return undefined;
    cost += step;
    converted.push(param.type === "any" ? from : param.type);
  }
  return { cost, types: converted };
}

const WIDER: readonly TypeName[] = ["int", "long", "real", "decimal"];

/** Undefined where the engine does not convert without being asked. */
export function conversionCost(from: TypeName, to: ParamType): number | undefined {
  if (to === "any" || from === to) return 0;
  const step = WIDER.indexOf(to) - WIDER.indexOf(from);
  if (WIDER.includes(from) && WIDER.includes(to))
    return step > 0 ? step : from === "long" && to === "int" ? 5 : undefined;
  if (from === "dynamic") return to === "string" ? 10 : 11;
  return to === "dynamic" ? 20 : undefined;
}
