/** What runs here and what is refused, read off the definitions and off what Microsoft's library knows. */

import { aggregates } from "./aggregates/registry";
import { functions } from "./functions/registry";
import { kustoLibrary, listItems } from "./kusto/library";
import { LOWERED_CALLS } from "./lower/special-calls";
import { REFUSED_OPERATORS } from "./operators/refused";
import { operators } from "./operators/registry";
import { plugins } from "./plugins/registry";

export interface CatalogueEntry {
  readonly name: string;
  /** Other names of the same thing. */
  readonly aliases: readonly string[];
  /** The page of the documentation. */
  readonly page: string;
  /** A query that shows it, when there is one. */
  readonly example?: string;
  /** What is chosen where the engine may give any of several right answers. */
  readonly choice?: string;
}

export interface Catalogue {
  readonly operators: readonly CatalogueEntry[];
  readonly plugins: readonly CatalogueEntry[];
  readonly aggregates: readonly CatalogueEntry[];
  readonly functions: readonly CatalogueEntry[];
  /** Names that the library knows and that are refused. */
  readonly refused: {
    readonly operators: readonly string[];
    readonly plugins: readonly string[];
    readonly aggregates: readonly string[];
    readonly functions: readonly string[];
  };
}

interface Defined {
  readonly name: string;
  readonly source: string;
  readonly aliases?: readonly string[];
  readonly choice?: string;
}

/** Loads the library. */
export function catalogue(): Catalogue {
  const known = kustoLibrary();
  // Operators on values are definitions too; the library tells functions from them.
  const builtIn = new Set(namesOf(known.Functions.All));
  const words = functions.filter(({ name }) => builtIn.has(name));
  return {
    operators: [...operators].sort(byName).map((each) => entryOf(each, each.examples[0]?.query)),
    plugins: [...plugins].sort(byName).map((each) => entryOf(each, each.examples[0]?.query)),
    aggregates: [...aggregates].sort(byName).map((each) => entryOf(each)),
    functions: [...words].sort(byName).map((each) => entryOf(each)),
    refused: {
      operators: REFUSED_OPERATORS,
      plugins: missing(known.PlugIns.All, plugins, []),
      aggregates: missing(known.Aggregates.All, aggregates, []),
      functions: missing(known.Functions.All, functions, LOWERED_CALLS),
    },
  };
}

function entryOf({ name, source, aliases = [], choice }: Defined, example?: string): CatalogueEntry {
  const page = /https:[^\s,;]+/.exec(source)?.[0] ?? "";
  return { name, aliases, page, ...(example ? { example } : {}), ...(choice ? { choice } : {}) };
}

function missing(all: unknown, defined: readonly Defined[], others: readonly string[]): readonly string[] {
  const names = new Set([...others, ...defined.flatMap(({ name, aliases = [] }) => [name, ...aliases])]);
  return namesOf(all)
    .filter((name) => !names.has(name))
    .sort();
}

/** Names of the library's own use begin with underscores. */
function namesOf(all: unknown): readonly string[] {
  return listItems<{ readonly Name: string }>(all).flatMap(({ Name }) => (Name.startsWith("__") ? [] : [Name]));
}

function byName(left: { readonly name: string }, right: { readonly name: string }): number {
  return left.name < right.name ? -1 : 1;
}
