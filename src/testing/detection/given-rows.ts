/** Rows that a case gives: in the test itself or in a file beside it. */

import type { Parsed } from "../../diagnostics";
import { pointerStep } from "../../documents";
import { badTest, type CaseFrame, type DetectionCase } from "./case-frame";
import { type GivenRow, readEvents } from "./event-files";

type Given = NonNullable<DetectionCase["given"]>[string];

export function givenRows(frame: CaseFrame, given: Given, pointer: string): Parsed<readonly GivenRow[]> {
  if (!("file" in given)) {
    const rows = given.map((cells, index): GivenRow => {
      const at: GivenRow["at"] = (column, part) => frame.at(`${pointer}/${index}${pointerStep(column)}`, part);
      return { cells, at: (column, part) => (column in cells ? at(column, part) : frame.at(`${pointer}/${index}`)) };
    });
    return { value: rows, diagnostics: [] };
  }
  const file = String(given.file);
  const { path } = frame.test.place;
  const text = frame.context.beside(path, file);
  if (text === undefined) return { value: [], diagnostics: [noFile(frame, `${pointer}/file`, file)] };
  return readEvents(`${path.replace(/[^/]*$/, "")}${file}`, text);
}

export function noFile({ at }: CaseFrame, pointer: string, file: string) {
  return badTest(`the file \`${file}\` does not exist beside the test`, at(pointer));
}
