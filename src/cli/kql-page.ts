/** docs/kql.md: what of KQL runs on one's own machine, and what is refused. */

import type { Catalogue, CatalogueEntry } from "../kql/check";

export function kqlPage({ operators, plugins, aggregates, functions, refused }: Catalogue): string {
  const choices = [...operators, ...aggregates].flatMap(({ name, choice }) =>
    choice ? [`- \`${name}\`: ${choice}`] : [],
  );
  return [
    "# KQL",
    "",
    "Tests and `picket query` run KQL on your machine: the language of the pages linked here, with the engine's recorded answers where they differ from the pages.",
    "Whatever is not listed is refused by name, with a code (PKT2901) and its place in the query; so is a form of what is listed, or a row, whose answer neither a page nor a record tells. A query never runs in part.",
    "",
    "Statements: `let` (values, tables, functions with defaults, views), `set`. Sources: tables, `print`, `datatable`, `range`, `externaldata`, `union`, `search`, `find`, `_GetWatchlist`, `table()`, `materialize()`, `toscalar()`, functions of the workspace.",
    "",
    "## Operators",
    "",
    "| operator | for example |",
    "|---|---|",
    ...operators.map(row),
    "",
    "## Plugins",
    "",
    "| `evaluate` | for example |",
    "|---|---|",
    ...plugins.map(row),
    "",
    "`bag_unpack` and `pivot` also run without declared columns: what stands before them is run, and the query is bound again with the columns of its rows. No page tells the order of the columns that `pivot` makes: it runs where nothing shows it, behind a step that names its columns or in a test, which goes by names.",
    "",
    "## Where the engine is free",
    "",
    "Some queries have several right answers. These are chosen, so that a test gives the same one each time; better, write the query so that it does not matter.",
    "",
    "- `take`, `sample`, `sample-distinct`: the first rows",
    "- `join kind=innerunique` (the default): the first left row of a key, after filters that stand behind the join on columns of the left side",
    "- `sort`, `top`: rows with equal keys stay in their order",
    "- `top-nested`, `top-hitters`: a tie for the last place is refused",
    "- `dcount`, percentiles, `top-hitters`: exact, where the engine estimates when there is much data",
    ...choices,
    "",
    "## Aggregates",
    "",
    names(aggregates),
    "",
    "## Functions",
    "",
    names(functions),
    "",
    'Operators on values: arithmetic, comparisons, `between`, `in`, `has` and its kin, `contains`, `startswith`, `endswith`, `matches regex`, members of dynamic values; `* has "term"` over all columns.',
    "",
    "## Refused",
    "",
    'Tables outside of the workspace (`arg("").Resources`, `adx()`, `workspace()`, `app()`, `resource()`) are known to checks, but have no rows here.',
    "",
    `Operators: ${listed(refused.operators)}.`,
    "",
    `Plugins: ${listed(refused.plugins)}.`,
    "",
    `Aggregates: ${listed(refused.aggregates)}.`,
    "",
    `Functions: ${listed(refused.functions)}.`,
    "",
  ].join("\n");
}

function row({ name, page, example = "" }: CatalogueEntry): string {
  return `| [\`${name}\`](${page}) | \`${example.replaceAll("|", "\\|")}\` |`;
}

function names(entries: readonly CatalogueEntry[]): string {
  return `${listed(entries.flatMap(({ name, aliases }) => [name, ...aliases]).sort())}.`;
}

function listed(texts: readonly string[]): string {
  return texts.map((text) => `\`${text}\``).join(", ");
}
