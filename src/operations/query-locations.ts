/** Where addresses are, from a file: `{ "203.0.113.0/24": { "country": "Norway" } }`. */

import type { Parsed } from "../diagnostics";
import { type IpLocations, locationsOfJson } from "../kql/run";
import { readTextFile } from "../repository";
import { refused } from "./query-source";

export function readLocations(folder: string, file: string): Parsed<IpLocations | undefined> {
  const text = readTextFile(folder, file);
  if (text === undefined) return refused(`the file \`${file}\` does not exist, or is no text`);
  const locations = locationsOfJson(jsonOf(text));
  return typeof locations === "string"
    ? refused(`the file \`${file}\`: ${locations}`)
    : { value: locations, diagnostics: [] };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
