/** `externaldata`: the world's text of each address as rows. */

import type { External } from "../ir/tabular";
import { converter } from "../values/convert";
import { parseJson } from "../values/json";
import { type FileRecord, readRecords } from "../values/records";
import type { Column } from "../values/type-name";
import type { Row, Value } from "../values/value";
import { QueryEnd } from "./query-end";
import type { Produce } from "./run";

export function compileExternal({ addresses, format, ignoresFirstRecord, columns, at }: External): Produce {
  const fromText = columns.map(({ type }) => (type === "dynamic" ? dynamicOfText : converter("string", type)));
  const fromDynamic = columns.map(({ type }) => converter("dynamic", type));
  const rowOf = (record: FileRecord): Row =>
    columns.map((column, index): Value => {
      if (record.kind === "object") return fromDynamic[index]?.(record.object.get(column.name) ?? null) ?? none(column);
      return fromText[index]?.(record.fields[index] ?? "") ?? none(column);
    });
  return ({ world, budget }) =>
    addresses.flatMap((address) => {
      const text = world.external.get(address);
      if (text === undefined) {
        throw new QueryEnd("unsupported", `no content is given for the address \`${address}\` of \`externaldata\``, at);
      }
      const records = readRecords(text, format);
      if (!records) throw new QueryEnd("invalid", `the content of \`${address}\` is not ${format}`, at);
      budget.spend(records.length);
      budget.keep(records.length, columns.length);
      return records.slice(ignoresFirstRecord ? 1 : 0).map(rowOf);
    });
}

function none({ type }: Column): Value {
  return type === "string" ? "" : null;
}

/** JSON where the text is JSON, else the text. */
function dynamicOfText(text: Value): Value {
  if (typeof text !== "string" || text === "") return null;
  const read = parseJson(text);
  return read === undefined ? text : read;
}
