/** Queries asked one after another: lines in, answers out. An empty line runs what stands before it. */

import { sourceText } from "../diagnostics";
import type { QueryAnswer, QuerySession } from "../operations";
import { counted } from "./words";

export interface QueryPrompt {
  /** Takes a line; tells what to print, and whether the next line goes on with the query. */
  readonly take: (line: string) => Taken;
}

export interface Taken {
  readonly text: string;
  readonly goesOn: boolean;
  readonly isOver: boolean;
}

export const GREETING = "An empty line runs the query. .help lists commands.\n";

const HELP = `.tables   tables with given rows
.taps     shows what goes through each step, or not
.clear    forgets what was typed
.quit     ends (Ctrl+D too)
A query may span lines; an empty line runs it. Standard tables, and functions and watchlists of the project, are known.
`;

export function queryPrompt(session: QuerySession, told: (answer: QueryAnswer, taps: boolean) => string): QueryPrompt {
  let lines: readonly string[] = [];
  let taps = false;
  const answer = (text: string): Taken => ({ text, goesOn: lines.length > 0, isOver: false });
  const command = (name: string): Taken => {
    switch (name) {
      case ".help":
        return answer(HELP);
      case ".tables":
        return answer(tableLines(session));
      case ".taps":
        taps = !taps;
        return answer(`steps are ${taps ? "" : "not "}shown\n`);
      case ".clear":
        lines = [];
        return answer("");
      case ".quit":
      case ".exit":
        return { text: "", goesOn: false, isOver: true };
      default:
        return answer(`unknown command \`${name}\`: .help lists them\n`);
    }
  };
  return {
    take: (line) => {
      const text = line.trimEnd();
      if (/^\.[a-z]/.test(text)) return command(text);
      if (text !== "") {
        lines = [...lines, text];
        return answer("");
      }
      if (lines.length === 0) return answer("");
      const query = lines.join("\n");
      lines = [];
      return answer(told(session.askText(sourceText("query", query)), taps));
    },
  };
}

function tableLines({ tables }: QuerySession): string {
  if (tables.length === 0) return "no rows are given: start with --table NAME=FILE; every table is empty\n";
  return tables.map(({ name, rows }) => `${name}  ${counted(rows, "row")}\n`).join("");
}
