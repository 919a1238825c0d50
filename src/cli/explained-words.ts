/** What a word means that is no code: a kind of document, a key, a step of playbooks, a part of KQL. Read off the definitions themselves. */

import { didYouMeanValue } from "../diagnostics";
import { kinds } from "../documents";
import { type CatalogueEntry, catalogue } from "../kql/check";
import { steps } from "../playbook/steps";

export interface ExplainedWord {
  readonly name: string;
  readonly what: string;
  readonly summary: string;
  /** Keys and settings with what they mean. */
  readonly parts: readonly (readonly [name: string, description: string])[];
  readonly example?: string;
  /** Where more stands: a page of docs/ or of Microsoft's. */
  readonly page: string;
}

/** Everything that has the name, in any case. */
export function explainedWords(word: string): readonly ExplainedWord[] {
  const isIt = ({ name }: { readonly name: string }) => name.toLowerCase() === word.toLowerCase();
  const own = [...kindWords(), ...stepWords(), ...keyWords()].filter(isIt);
  // The library of KQL takes a second to load.
  return own.length > 0 ? own : kqlWords().filter(isIt);
}

/** The way out for a word that nothing has. */
export function nearestWord(word: string): string {
  const names = [...kindWords(), ...stepWords(), ...keyWords(), ...kqlWords()].map(({ name }) => name);
  const near = didYouMeanValue(word, names);
  return (
    near ??
    "a code (PKT1021), a kind of document (Scheduled) or one of its keys (queryPeriod), a step (disable-user), or an operator or function of KQL; docs/checks/README.md lists the codes"
  );
}

interface Described {
  readonly description?: string;
}

interface Shaped {
  readonly properties?: Readonly<Record<string, Described>>;
}

function kindWords(): readonly ExplainedWord[] {
  return kinds.map(({ kind, description, shape }) => ({
    name: kind,
    what: "a kind of document",
    summary: `${description} Start one with \`npm run picket -- new ${kind} <key>\`.`,
    parts: partsOf(shape as Shaped),
    page: kind.endsWith("Test") ? "docs/testing.md" : "docs/documents.md",
  }));
}

function keyWords(): readonly ExplainedWord[] {
  const found = new Map<string, { readonly kinds: string[]; readonly description: string }>();
  for (const { kind, shape } of kinds)
    for (const [key, description] of partsOf(shape as Shaped)) {
      const known = found.get(`${key} ${description}`);
      if (known) known.kinds.push(kind);
      else found.set(`${key} ${description}`, { kinds: [kind], description });
    }
  return [...found].map(([id, { kinds: names, description }]) => ({
    name: id.slice(0, id.indexOf(" ")),
    what: names.length === kinds.length ? "a key of every document" : `a key of ${names.join(", ")}`,
    summary: description,
    parts: [],
    page: "docs/documents.md",
  }));
}

function partsOf({ properties = {} }: Shaped): ExplainedWord["parts"] {
  return Object.entries(properties).map(([name, { description = "" }]) => [name, description]);
}

function stepWords(): readonly ExplainedWord[] {
  return steps.map((step) => ({
    name: step.name,
    what: "a step of playbooks",
    summary: `${step.summary} ${step.repeat}`,
    parts: partsOf(step.settings as Shaped),
    page: "docs/steps.md",
  }));
}

function kqlWords(): readonly ExplainedWord[] {
  const { refused, ...known } = catalogue();
  const nouns = { operators: "an operator", plugins: "a plugin", aggregates: "an aggregate", functions: "a function" };
  const groups = Object.keys(nouns) as readonly (keyof typeof nouns)[];
  return groups.flatMap((group) => [
    ...known[group].flatMap((entry) =>
      [entry.name, ...entry.aliases].map((name) => kqlWord(name, `${nouns[group]} of KQL`, entry)),
    ),
    ...refused[group].map((name) => ({
      name,
      what: `${nouns[group]} of KQL`,
      summary: "A rule may use it. It is not run here: a test or query with it is refused.",
      parts: [],
      page: "docs/kql.md",
    })),
  ]);
}

function kqlWord(name: string, what: string, { name: main, page, example, choice }: CatalogueEntry): ExplainedWord {
  const other = name === main ? "" : ` Another name of \`${main}\`.`;
  const summary = `It runs here.${other}${choice === undefined ? "" : ` ${choice}`}`;
  return { name, what, summary, parts: [], ...(example === undefined ? {} : { example }), page };
}
