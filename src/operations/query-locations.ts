/** Where addresses are, from a file: `{ "203.0.113.0/24": { "country": "Norway" } }`. */

import { type Diagnostic, finding, type Parsed, sourceText, span } from "../diagnostics";
import { ipLocations, type PositionedJson, pointerStep, positionedJson, shapeErrors } from "../documents";
import { type IpLocations, isLocated } from "../kql/run";
import { readTextFile } from "../repository";
import { noQuery } from "./checks/no-query";
import { refused } from "./query-source";

export function readLocations(folder: string, file: string): Parsed<IpLocations | undefined> {
  const text = readTextFile(folder, file);
  if (text === undefined) return refused(`the file \`${file}\` does not exist, or is no text`);
  const source = sourceText(file, text);
  const offset = brokenAt(text);
  if (offset !== undefined) {
    const at = span(source, offset, offset + 1);
    return { value: undefined, diagnostics: [finding(noQuery, { message: "the file is not JSON", at })] };
  }
  const read = positionedJson(source);
  if (!read.value) return { value: undefined, diagnostics: read.diagnostics };
  const found = locationFindings(read.value);
  return found.length > 0
    ? { value: undefined, diagnostics: found }
    : { value: read.value.value as IpLocations, diagnostics: [] };
}

function locationFindings({ value, at }: PositionedJson): readonly Diagnostic[] {
  const wrong = shapeErrors(ipLocations, value, { foreignKeys: "refuse" });
  if (wrong.length > 0)
    return wrong.map(({ message, help, pointer = "" }) =>
      finding(noQuery, { message, at: at(pointer), ...(help ? { help } : {}) }),
    );
  const names = Object.keys(value as object).filter((name) => !isLocated(name));
  return names.map((name) => {
    const place = at(pointerStep(name), "key");
    return finding(noQuery, { message: `\`${name}\` is no address or network`, at: place });
  });
}

/** Where a text stops to be JSON; undefined where it is. */
function brokenAt(text: string): number | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    // The engine tells the place in its words; at the end of the text it names none.
    const position = /at position (\d+)/.exec(String(error))?.[1];
    return position === undefined
      ? /end of JSON/.test(String(error))
        ? Math.max(0, text.trimEnd().length - 1)
        : 0
      : Number(position);
  }
}
