/** Values and tables that are used in several places but computed once. */

import type { LocalValue, Scalar } from "../ir/scalar";
import type { Tabular } from "../ir/tabular";
import { isOfRow } from "./row-context";
import type { Scope } from "./scope";

/** A relation of the program: evaluated at most once in a run, however often it is used. */
export function shared(tabular: Tabular, scope: Scope): Tabular {
  if (tabular.kind === "relation" || tabular.kind === "table") return tabular;
  const index = scope.parts.relations.push(tabular) - 1;
  return { kind: "relation", columns: tabular.columns, index };
}

/** Cheap and constant values are put in where they are used; the others are evaluated once, into the frame. */
export function localFor(value: Scalar, scope: Scope, locals: LocalValue[]): Scalar {
  if (value.kind === "literal" || value.kind === "local" || value.kind === "variable" || value.kind === "toscalar") {
    return value;
  }
  const index = scope.parts.frameSize++;
  locals.push({ index, value });
  if (isOfRow(value, scope.parts)) scope.parts.rowLocals.add(index);
  return { kind: "local", type: value.type, index };
}
