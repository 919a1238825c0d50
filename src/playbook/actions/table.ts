/** Table: writes an array of objects as CSV or as an HTML table. */

import { isArray, isObject, objectOf, propertyOf, typeName, type Value } from "../expressions/value";
import { textOf } from "../expressions/value-text";
import { escapedText } from "../expressions/xml/xml-write";
import type { Frame } from "../run/frame";
import { bodyOutputs, failed, succeeded } from "../run/outcome";
import type { ActionDefinition } from "./definition";
import { notAnArray } from "./query";

export const table: ActionDefinition = {
  type: "Table",
  summary: "writes an array of objects as CSV or as an HTML table",
  required: ["inputs/from", "inputs/format"],
  itemMembers: ["inputs/columns"],
  run: (frame) => {
    const from = frame.evaluated("inputs/from");
    const format = textOf(frame.evaluated("inputs/format")).toUpperCase();
    const inputs = objectOf([
      ["from", from],
      ["format", format],
    ]);
    if (!isArray(from)) return notAnArray(typeName(from));
    if (format !== "CSV" && format !== "HTML") return failed("BadRequest", `unknown format \`${format}\``, { inputs });
    const rows = tableRows(frame, from);
    return succeeded(inputs, bodyOutputs(format === "CSV" ? csvText(rows) : htmlText(rows)));
  },
};

interface Rows {
  readonly headers: readonly string[];
  readonly cells: readonly (readonly string[])[];
}

/** Columns as given, else the properties of the first item. */
function tableRows({ member, evaluated }: Frame, items: readonly Value[]): Rows {
  const columns = member("inputs/columns");
  if (isArray(columns)) {
    const headers = columns.map((_, index) => textOf(evaluated(`inputs/columns/${index}/header`)));
    const cells = items.map((item) =>
      columns.map((_, index) => textOf(evaluated(`inputs/columns/${index}/value`, item))),
    );
    return { headers, cells };
  }
  const [first] = items;
  const headers = isObject(first) ? [...first.keys()] : [];
  const cellOf = (item: Value, name: string) => (isObject(item) ? textOf(propertyOf(item, name) ?? null) : "");
  return { headers, cells: items.map((item) => headers.map((name) => cellOf(item, name))) };
}

function csvText({ headers, cells }: Rows): string {
  if (headers.length === 0) return "";
  const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [headers, ...cells].map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

function htmlText({ headers, cells }: Rows): string {
  const row = (tag: string, texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag}>${escapedText(text, true)}</${tag}>`).join("")}</tr>`;
  const body = cells.map((each) => row("td", each)).join("");
  return `<table><thead>${row("th", headers)}</thead><tbody>${body}</tbody></table>`;
}
