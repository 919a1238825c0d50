/** Tables that are not of the workspace: `arg("").Resources`, `workspace("x").SigninLogs`. Microsoft's parser does not know these functions of Log Analytics. */

import type { Finding } from "../checks/finding";
import { kustoLibrary, type Opaque } from "./library";
import { childOf, type KustoNode, kindOf, simpleName, walk } from "./node";

/**
 * What each of them reaches. Sources: https://learn.microsoft.com/azure/azure-monitor/logs/azure-monitor-data-explorer-proxy
 * and https://learn.microsoft.com/azure/azure-monitor/logs/cross-workspace-query, read 2026-11-26.
 */
const REACHED = {
  adx: "a table of Azure Data Explorer",
  app: "a table of an application",
  arg: "a table of Azure Resource Graph",
  resource: "a table of a resource",
  workspace: "a table of another workspace",
} as const;

export type OtherService = keyof typeof REACHED;

const NAMES = Object.keys(REACHED) as readonly OtherService[];

/** Those that a text may call. */
export function servicesIn(texts: readonly string[]): readonly OtherService[] {
  return NAMES.filter((name) => texts.some((text) => new RegExp(`\\b${name}\\s*\\(`).test(text)));
}

/** Functions that give a database: tables of a workspace are known by their names, all others may have any columns. */
export function serviceSymbols(names: readonly OtherService[], tables: readonly Opaque[]): readonly Opaque[] {
  const { DatabaseSymbol, FunctionSymbol, Parameter, Tabularity } = kustoLibrary().Symbols;
  const OpenDatabase = DatabaseSymbol.$ctor1;
  const Calculated = FunctionSymbol.$ctor1;
  if (!OpenDatabase || !Calculated) throw new TypeError("the library has no constructor of open databases");
  return names.map((name) => {
    const isWorkspace = name === "workspace" || name === "resource";
    const reached = new OpenDatabase(name, isWorkspace ? tables : [], true);
    return new Calculated(name, () => reached, Tabularity.Tabular, Parameter.ParseList("(identifier:string)"));
  });
}

/** What a path such as `arg("").Resources` reaches; undefined where it is another. */
export function reachedBy(path: KustoNode): string | undefined {
  const name = serviceOf(path);
  return name && REACHED[name];
}

/** Where the query asks a service. */
export interface ServiceUse extends Pick<Finding, "start" | "end"> {
  readonly service: OtherService;
}

export function serviceUses(root: KustoNode): readonly ServiceUse[] {
  const found: ServiceUse[] = [];
  walk(root, (node) => {
    const service = serviceOf(node);
    if (service) found.push({ service, start: node.TextStart, end: node.End });
    return undefined;
  });
  return found;
}

function serviceOf(path: KustoNode): OtherService | undefined {
  if (kindOf(path) !== "PathExpression") return undefined;
  const call = childOf(path, "Expression");
  const name = kindOf(call) === "FunctionCallExpression" ? simpleName(childOf(call, "Name")) : "";
  return NAMES.find((each) => each === name);
}
