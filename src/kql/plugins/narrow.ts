/** `narrow`: a row for each cell. */

import { page } from "../functions/definition";
import { literalOf } from "../lower/literal";
import { converter } from "../values/convert";
import type { Row } from "../values/value";
import type { PluginDefinition } from "./definition";

export const narrow: PluginDefinition = {
  name: "narrow",
  source: page("narrow-plugin"),
  lower: ({ args, named, call }, scope) => {
    if (args.length + named.size > 0) return "arguments are not evaluated";
    return {
      columns: [
        { name: "Row", type: "long" },
        { name: "Column", type: "string" },
        { name: "Value", type: "string" },
      ],
      step: {
        kind: "plugin",
        name: "narrow",
        values: [],
        settings: scope.columns.map(({ name }) => literalOf("string", name)),
        tables: [],
        types: scope.columns.map(({ type }) => type),
        at: scope.placeOf(call),
      },
    };
  },
  examples: [
    {
      query: "datatable(a:long, b:string)[1, 'x', 2, 'y'] | evaluate narrow()",
      rows: [
        [0, "a", "1"],
        [0, "b", "x"],
        [1, "a", "2"],
        [1, "b", "y"],
      ],
    },
  ],
  compile: ({ settings, types }, compiler) => {
    const names = settings.map((setting) => compiler.scalar(setting));
    const texts = types.map((type) => converter(type, "string"));
    return (rows, run) => {
      const columns = names.map((name) => name([], run));
      run.budget.keep(rows.length * columns.length, 3);
      return rows.flatMap((row, index) =>
        columns.map((column, slot): Row => [index, column, texts[slot]?.(row[slot] ?? null) ?? ""]),
      );
    };
  },
};
