/** Words that are no code: each kind of document, key, step and part of KQL is told. */

import { describe, expect, test } from "vitest";
import { explainedWords, nearestWord } from "../../src/cli/explained-words";
import { WORD_REPORTERS } from "../../src/cli/reporters/explain-reports";
import { kinds } from "../../src/documents";
import { steps } from "../../src/playbook/steps";

test.each([
  ["scheduled", ["Scheduled: a kind of document"]],
  ["queryPeriod", ["queryPeriod: a key of Scheduled"]],
  ["stage", ["stage: a key of every document", "stage: a key of DetectionTest (cases.with), PlaybookTest (cases)"]],
  ["neverBlocked", ["neverBlocked: a key of AccessTest (always), AccessTest (never)"]],
  ["disable-user", ["disable-user: a step of playbooks"]],
  ["Summarize", ["summarize: an operator of KQL"]],
  ["dcount", ["dcount: an aggregate of KQL"]],
  ["tolower", ["tolower: a function of KQL"]],
  ["graph-match", ["graph-match: an operator of KQL"]],
  ["no-such-word", []],
])("%s", (word, wanted) => {
  expect(explainedWords(word).map(({ name, what }) => `${name}: ${what}`)).toEqual(wanted);
});

test("every kind and step is there, each of their parts with its meaning", () => {
  for (const name of [...kinds.map(({ kind }) => kind), ...steps.map((each) => each.name)]) {
    const words = explainedWords(name);
    expect(words[0]?.name).toBe(name);
    expect(words.flatMap(({ parts }) => parts).filter(([, description]) => description === "")).toEqual([]);
  }
});

test.each([
  ["sumarize", "did you mean `summarize`?"],
  ["disable", "did you mean `disable-user`?"],
  ["zzzzzzzz", expect.stringContaining("docs/checks/README.md")],
])("near %s", (word, help) => {
  expect(nearestWord(word)).toEqual(help);
});

describe("as it is printed", () => {
  const words = explainedWords("add-task");
  test("for a person", () => {
    expect(WORD_REPORTERS.pretty(words, false)).toMatchInlineSnapshot(`
      "add-task: a step of playbooks

        Adds a task to the incident. A text alone is its title. The task has a fixed id: a second run writes
        the same one.

        title        Title of the task.
        description  What to do.

      more: docs/steps.md
      "
    `);
  });
  test("as Markdown", () => {
    expect(WORD_REPORTERS.markdown?.(words, false)).toMatch(/^# add-task: a step of playbooks\n\n/);
  });
});
