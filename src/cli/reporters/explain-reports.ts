/** What a code means: for a person, as JSON, as Markdown. */

import { type CheckInfo, type Example, exampleText } from "../../diagnostics";
import { checkPage } from "../check-page";
import { exampleLines } from "../example-lines";
import type { ExplainedWord } from "../explained-words";
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

type WordReporter = (words: readonly ExplainedWord[], colour: boolean) => string;

const wordsPretty: WordReporter = (words, colour) => {
  const paint = painter(colour);
  const blocks = words.map(({ name, what, summary, parts, example, page }) => {
    const width = Math.max(0, ...parts.map(([part]) => part.length));
    const indent = " ".repeat(width + 4);
    return [
      `${paint(name, "bold")}: ${what}`,
      "",
      ...proseLines(summary).map((line) => `  ${line}`),
      ...(parts.length > 0 ? [""] : []),
      ...parts.flatMap(([part, description]) =>
        proseLines(description).map((line, index) =>
          index === 0 ? `  ${part.padEnd(width)}  ${line}` : indent + line,
        ),
      ),
      ...(example === undefined ? [] : ["", ...example.split("\n").map((line) => `  ${line}`)]),
      "",
      `${paint("more:", "dim")} ${page}`,
    ];
  });
  const lines = blocks.flatMap((block, index) => (index === 0 ? block : ["", ...block]));
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
};

const wordsMarkdown: WordReporter = (words) =>
  words
    .map(({ name, what, summary, parts, example, page }) =>
      [
        `# ${name}: ${what}`,
        summary,
        ...(parts.length > 0
          ? [["| key | |", "|---|---|", ...parts.map(([part, about]) => `| \`${part}\` | ${about} |`)].join("\n")]
          : []),
        ...(example === undefined ? [] : [`\`\`\`kql\n${example}\n\`\`\``]),
        `More: ${page}`,
      ].join("\n\n"),
    )
    .join("\n\n")
    .concat("\n");

/** Words that are no code. */
export const WORD_REPORTERS: Readonly<Record<string, WordReporter>> & { readonly pretty: WordReporter } = {
  pretty: wordsPretty,
  json: (words) => `${JSON.stringify(words, undefined, 2)}\n`,
  markdown: wordsMarkdown,
};
