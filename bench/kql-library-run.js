"use strict";

// The other side of `bench check-kql`: Microsoft's parser and binder alone, on the same queries, in one plain process on one thread.

require("@kusto/language-service-next/bridge.min.js");
require("@kusto/language-service-next/Kusto.Language.Bridge.min.js");

const { readFileSync } = require("node:fs");

const { Language } = globalThis.Kusto;
const { Symbols } = Language;
const SCALARS = { datetime: "DateTime", timespan: "TimeSpan" };

function scalar(type) {
  return Symbols.ScalarTypes[SCALARS[type] ?? type.charAt(0).toUpperCase() + type.slice(1)];
}

function tableSymbol({ name, columns }) {
  const symbols = columns.map(
    (column) => new Symbols.ColumnSymbol(column.name, scalar(column.type), null, null, null, null),
  );
  return new Symbols.TableSymbol.$ctor4(name, symbols);
}

const { queries, tables } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const database = new Symbols.DatabaseSymbol.ctor("workspace", tables.map(tableSymbol));
const cluster = new Symbols.ClusterSymbol.ctor("cluster", [database]);
const globals = Language.GlobalState.Default.WithCluster(cluster).WithDatabase(database);
let found = 0;
for (const query of queries) found += Language.KustoCode.ParseAndAnalyze(query, globals).GetDiagnostics().Count;
process.stdout.write(JSON.stringify({ queries: queries.length, found }));
