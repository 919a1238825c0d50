/** Kusto's scalar types by their usual names. */

export type TypeName =
  | "bool"
  | "int"
  | "long"
  | "real"
  | "decimal"
  | "string"
  | "datetime"
  | "timespan"
  | "guid"
  | "dynamic";

/** A column of a table. */
export interface Column {
  readonly name: string;
  readonly type: TypeName;
}

const NAMES: ReadonlyMap<string, TypeName> = new Map([
  ["bool", "bool"],
  ["boolean", "bool"],
  ["int", "int"],
  ["int32", "int"],
  ["long", "long"],
  ["int64", "long"],
  ["bigint", "long"],
  ["real", "real"],
  ["double", "real"],
  ["float", "real"],
  ["decimal", "decimal"],
  ["string", "string"],
  ["datetime", "datetime"],
  ["date", "datetime"],
  ["timespan", "timespan"],
  ["time", "timespan"],
  ["guid", "guid"],
  ["uuid", "guid"],
  ["uniqueid", "guid"],
  ["dynamic", "dynamic"],
]);

/** The type that a name or one of its synonyms stands for, whatever its case. */
export function typeNamed(name: string): TypeName | undefined {
  return NAMES.get(name.toLowerCase());
}

export function isInteger(type: TypeName): type is "int" | "long" {
  return type === "int" || type === "long";
}

export function isNumeric(type: TypeName): type is "int" | "long" | "real" | "decimal" {
  return isInteger(type) || type === "real" || type === "decimal";
}
