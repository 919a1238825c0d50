/** Reads a generated table of names and ids. */

/** Lines of `name<tab>id` as a map. */
export function namedIds(table: string): ReadonlyMap<string, string> {
  const rows = table.split("\n").filter((line) => line !== "");
  return new Map(
    rows.map((line) => {
      const [name = "", id = ""] = line.split("\t");
      return [name, id];
    }),
  );
}
