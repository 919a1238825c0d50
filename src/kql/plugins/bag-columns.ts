/** Which columns `bag_unpack` gives for these rows. */

import { typeOfDynamic } from "../values/convert";
import type { Column, TypeName } from "../values/type-name";
import { type Dynamic, isBag, type Rows } from "../values/value";
import { type OpenedColumns, unsupported } from "./opened-columns";

/** What the call says, and the input's columns. */
export interface UnpackedBags {
  readonly kind: "bag_unpack";
  readonly input: readonly Column[];
  /** The column of bags. */
  readonly slot: number;
  readonly prefix: string;
  readonly ignored: readonly string[];
  readonly conflict: "error" | "replace_source" | "keep_source";
}

/** No bag makes no column: the plugin gives as many rows as it takes and ignores nulls, the page says (read 2026-11-26). The other columns of the input, as Microsoft's binder orders them, then a column for each property, by name: recorded. */
export function bagColumns(rows: Rows, { input, slot, prefix, ignored, conflict }: UnpackedBags): OpenedColumns {
  const types = new Map<string, TypeName | undefined>();
  for (const row of rows) {
    const bag = row[slot] as Dynamic;
    if (bag === null) continue;
    if (!isBag(bag)) return unsupported("`bag_unpack` of what is no bag is not evaluated");
    for (const [name, value] of bag) {
      if (!ignored.includes(name)) types.set(name, commonType(types.get(name), value));
    }
  }
  const made: Column[] = [];
  for (const [name, type] of types) {
    if (type === undefined) return unsupported("`bag_unpack` of a property that is always null is not evaluated");
    made.push({ name: `${prefix}${name}`, type });
  }
  made.sort((left, right) => (left.name < right.name ? -1 : 1));
  const others = input.filter((_, index) => index !== slot);
  const names = new Set(made.map(({ name }) => name));
  const doubled = others.filter(({ name }) => names.has(name));
  if (doubled.length > 0 && conflict === "error") {
    return { refusal: "invalid", problem: `\`bag_unpack\` gives the column \`${doubled[0]?.name}\` a second time` };
  }
  const sources = new Map(conflict === "keep_source" ? doubled.map((column) => [column.name, column]) : []);
  return {
    columns: [...others.filter(({ name }) => !names.has(name)), ...made.map((each) => sources.get(each.name) ?? each)],
  };
}

/** One type of all values, dynamic where they differ; nulls say nothing. */
function commonType(known: TypeName | undefined, value: Dynamic): TypeName | undefined {
  if (value === null) return known;
  const type = typeOfDynamic(value) ?? "dynamic";
  return known === undefined || known === type ? type : "dynamic";
}
