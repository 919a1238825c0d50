/** $filter as far as the contract has it: `name eq literal` joined by `and` and `or`. */

import type { Json } from "../../plan";
import type { Reply } from "../api/reply";
import type { Properties } from "../directory";

interface Equality {
  readonly name: string;
  readonly value: Json;
}

/** A list of which one member must hold; a member holds when all its equalities do. */
export type Filter = readonly (readonly Equality[])[];

export function isFilter(value: Filter | Reply): value is Filter {
  return Array.isArray(value);
}

/** Undefined for anything beyond equalities. `and` binds closer than `or`. */
export function parseFilter(text: string): Filter | undefined {
  const tokens = text.match(/'(?:[^']|'')*'|[^\s']+/g) ?? [];
  const groups: Equality[][] = [[]];
  for (let index = 0; index < tokens.length; index += 4) {
    const [name = "", operator, literal, joint] = tokens.slice(index, index + 4);
    const value = literalOf(literal ?? "");
    if (!/^[\w/]+$/.test(name) || operator !== "eq" || value === undefined) return undefined;
    groups.at(-1)?.push({ name, value });
    if (joint === "or") groups.push([]);
    else if (joint !== undefined && joint !== "and") return undefined;
    if (joint !== undefined && index + 4 >= tokens.length) return undefined;
  }
  return tokens.length === 0 ? undefined : groups;
}

function literalOf(token: string): Json | undefined {
  if (/^'.*'$/s.test(token)) return token.slice(1, -1).replaceAll("''", "'");
  if (/^-?\d+$/.test(token)) return Number(token);
  return ({ true: true, false: false, null: null } as Readonly<Record<string, Json>>)[token];
}

/** Texts are compared whatever their case, as the directory does. */
export function passes(filter: Filter, item: Properties): boolean {
  return filter.some((group) => group.every(({ name, value }) => isEqual(item[name] ?? null, value)));
}

function isEqual(left: Json, right: Json): boolean {
  return typeof left === "string" && typeof right === "string"
    ? left.toLowerCase() === right.toLowerCase()
    : left === right;
}
