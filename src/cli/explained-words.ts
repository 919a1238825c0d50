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

/** A shape as plain JSON Schema. */
interface Shaped {
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Shaped>>;
  readonly items?: Shaped;
  readonly additionalProperties?: boolean | Shaped;
  readonly anyOf?: readonly Shaped[];
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

/** Keys of documents and of what stands in them, each with the kinds that have it. */
function keyWords(): readonly ExplainedWord[] {
  const found = new Map<string, ExplainedWord & { readonly kinds: Set<string> }>();
  for (const { kind, shape } of kinds)
    for (const { path, description, parts } of keysIn(shape as Shaped, [])) {
      const name = path.at(-1) ?? "";
      const id = `${name} ${description}`;
      const known = found.get(id);
      const within = path.length > 1 ? ` (${path.slice(0, -1).join(".")})` : "";
      if (known) known.kinds.add(`${kind}${within}`);
      else
        found.set(id, {
          name,
          what: "",
          summary: description,
          parts,
          page: "docs/documents.md",
          kinds: new Set([`${kind}${within}`]),
        });
    }
  return [...found.values()].map(({ kinds: names, ...word }) => {
    const whole = [...names].filter((name) => !name.includes(" "));
    return {
      ...word,
      what: whole.length === kinds.length ? "a key of every document" : `a key of ${[...names].join(", ")}`,
    };
  });
}

interface Key {
  readonly path: readonly string[];
  readonly description: string;
  readonly parts: ExplainedWord["parts"];
}

function keysIn(shape: Shaped, path: readonly string[]): readonly Key[] {
  const own = Object.entries(shape.properties ?? {}).flatMap(([name, part]): readonly Key[] => {
    const at = [...path, name];
    const { description, enum: values } = part;
    const told = description && values ? `${description} One of ${values.join(", ")}.` : description;
    const key = told ? [{ path: at, description: told, parts: partsOf(inner(part)) }] : [];
    // Steps are words of their own.
    return name === "steps" ? key : [...key, ...keysIn(part, at)];
  });
  const others = [shape.items, shape.additionalProperties, ...(shape.anyOf ?? [])];
  return [...own, ...others.flatMap((each) => (typeof each === "object" ? keysIn(each, path) : []))];
}

/** The keys of a mapping, or of what a list holds. */
function inner({ items, anyOf = [], ...shape }: Shaped): Shaped {
  return shape.properties ? shape : (items ?? anyOf.find((each) => each.properties ?? each.items) ?? {});
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
