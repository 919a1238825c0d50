/** What a code means: for a person, as JSON, as Markdown. */

import { type CheckInfo, type Example, exampleText } from "../../diagnostics";
import { checkPage } from "../check-page";
import { exampleLines } from "../example-lines";
import { painter } from "./pretty";

type ExplainReporter = (check: CheckInfo, colour: boolean) => string;

/** Widest line of prose, in characters. */
const PROSE_CHARS_MAX = 100;

/** Lines that make the difference have a sign before them: an example may be long and its point one word. */
const pretty: ExplainReporter = (check, colour) => {
  const { code, severity, title, why, source, avoid, prefer, nearMiss } = check;
  const paint = painter(colour);
  // An empty example has no section: nobody can write a bug of picket's.
  const section = (name: string, example: Example, against: Example) =>
    example === ""
      ? []
      : [
          "",
          paint(name, "bold"),
          ...exampleLines(example, against).map(({ text, isOwn }) =>
            isOwn ? `  ${paint(">", severity)} ${text}` : `    ${text}`,
          ),
        ];
  const lines = [
    `${paint(`${severity}[${code}]`, severity)}${paint(`: ${title}`, "bold")}`,
    "",
    ...proseLines(why).map((line) => `  ${line}`),
    ...section("avoid", avoid, prefer),
    ...section("prefer", prefer, avoid),
    ...section("looks alike, is right", nearMiss, avoid),
    "",
    `${paint("source:", "dim")} ${source}`,
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
};

function proseLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= PROSE_CHARS_MAX)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const json: ExplainReporter = ({ code, severity, title, why, source, ...examples }) => {
  const [avoid, prefer, nearMiss] = [examples.avoid, examples.prefer, examples.nearMiss].map(exampleText);
  return `${JSON.stringify({ code, severity, title, why, source, avoid, prefer, nearMiss }, undefined, 2)}\n`;
};

export const EXPLAIN_REPORTERS: Readonly<Record<string, ExplainReporter>> & { readonly pretty: ExplainReporter } = {
  pretty,
  json,
  markdown: checkPage,
};
