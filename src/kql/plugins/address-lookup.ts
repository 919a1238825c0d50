/** `ipv4_lookup` and `ipv6_lookup`: rows of a table whose address range holds the row's address. */

import { QueryEnd } from "../execute/query-end";
import { page } from "../functions/definition";
import { ipv4OfText, masked } from "../functions/ipv4";
import { ipv6OfText, maskedGroups } from "../functions/ipv6";
import { convertTo } from "../lower/call";
import { literalOf } from "../lower/literal";
import { boundIn, lowerScalar, lowerTabular, overRows, type Scope } from "../lower/scope";
import type { LoweredOperator } from "../operators/definition";
import type { Column } from "../values/type-name";
import type { Row, Value } from "../values/value";
import type { PluginCall, PluginDefinition } from "./definition";

interface Form {
  readonly name: string;
  /** Addresses of the other version have no place here. */
  readonly rangeOf: (text: string) => Range | undefined;
  /** The recorded order of columns: the row's own first, or the table's. */
  readonly isOwnFirst: boolean;
  readonly example: readonly [address: string, range: string];
}

interface Range {
  readonly bits: number;
  /** The address with all but the first so many bits cleared, as a key. */
  readonly keyAt: (bits: number) => string;
  readonly isWhole: boolean;
}

function lookup({ name, rangeOf, isOwnFirst, example: [address, range] }: Form): PluginDefinition {
  const row = [address, range, "x"];
  return {
    name,
    source: `${page(`${name.replace("_", "-")}-plugin`)}, engine`,
    lower: (call, scope) => lower(call, scope, isOwnFirst),
    examples: [
      {
        query: `let T = datatable(net:string, n:string)['${range}', 'x']; datatable(ip:string)['${address}', 'none'] | evaluate ${name}(T, ip, net)`,
        rows: [isOwnFirst ? row : [range, "x", address]],
      },
      {
        query: `let T = datatable(net:string, n:string)['${range}', 'x']; datatable(ip:string)['none'] | evaluate ${name}(T, ip, net, return_unmatched=true) | project n, ip`,
        rows: [["", "none"]],
      },
    ],
    compile: (step, compiler) => {
      const [table] = step.tables;
      const [own, other, all] = [step.values[0], table?.values[0], step.settings[0]].map(
        (scalar) => scalar && compiler.scalar(scalar),
      );
      const produce = table && compiler.tabular(table.of);
      const none = (table?.of.columns ?? []).map(({ type }): Value => (type === "string" ? "" : null));
      return (rows, run) => {
        const entries = (produce?.(run) ?? []).map((entry) => ({
          entry,
          range: rangeOf(String(other?.(entry, run) ?? "")),
        }));
        const isOuter = all?.([], run) === true;
        return rows.flatMap((each): readonly Row[] => {
          const wanted = rangeOf(String(own?.(each, run) ?? ""));
          if (wanted && !wanted.isWhole) {
            throw new QueryEnd("unsupported", `\`${name}\` of an address with a prefix is not evaluated`, step.at);
          }
          run.budget.spend(entries.length);
          const found = entries.filter(({ range }) => range && wanted?.keyAt(range.bits) === range.keyAt(range.bits));
          const matched = found.length > 0 || !isOuter ? found.map(({ entry }) => entry) : [none];
          return matched.map((entry) => (isOwnFirst ? [...each, ...entry] : [...entry, ...each]));
        });
      };
    },
  };
}

function lower(
  { args, named, operator, call }: PluginCall,
  scope: Scope,
  isOwnFirst: boolean,
): LoweredOperator | string {
  const [tableNode, ownNode, otherNode, fourth, ...more] = args;
  if (!tableNode || !ownNode || !otherNode || more.length > 0) return "this form of the call is not evaluated";
  const of = lowerTabular(tableNode, { ...scope, columns: [] });
  const allNode = named.get("return_unmatched") ?? fourth;
  const all = allNode ? lowerScalar(allNode, { ...scope, columns: [] }) : literalOf("bool", false);
  if (all.type !== "bool" || named.size > 1) return "keys beside the addresses are not evaluated";
  const bound = boundIn(operator, scope).map(({ name }) => name);
  const width = scope.columns.length;
  const renamed = (columns: readonly Column[], from: number): readonly Column[] =>
    columns.map(({ name, type }, index) => ({ name: bound[from + index] ?? name, type }));
  const own = renamed(scope.columns, 0);
  const theirs = renamed(of.columns, width);
  const text = (scalar: ReturnType<typeof lowerScalar>) => convertTo(scalar, "string");
  return {
    columns: isOwnFirst ? [...own, ...theirs] : [...theirs, ...own],
    step: {
      kind: "plugin",
      name: isOwnFirst ? "ipv4_lookup" : "ipv6_lookup",
      values: [text(lowerScalar(ownNode, scope))],
      settings: [all],
      tables: [{ of, values: [text(lowerScalar(otherNode, overRows(scope, of.columns)))] }],
      types: [...own, ...theirs].map(({ type }) => type),
      at: scope.placeOf(call),
    },
  };
}

function ipv4Range(text: string): Range | undefined {
  const prefix = ipv4OfText(text);
  if (!prefix) return undefined;
  const { address, bits } = prefix;
  return { bits, keyAt: (first) => String(masked(address, first)), isWhole: bits === 32 };
}

function ipv6Range(text: string): Range | undefined {
  const prefix = text.includes(":") ? ipv6OfText(text) : undefined;
  if (!prefix) return undefined;
  const { bits } = prefix;
  return { bits, keyAt: (first) => maskedGroups(prefix, first).join(":"), isWhole: bits === 128 };
}

export const addressLookups: readonly PluginDefinition[] = [
  lookup({ name: "ipv4_lookup", rangeOf: ipv4Range, isOwnFirst: true, example: ["192.0.2.7", "192.0.2.0/24"] }),
  lookup({ name: "ipv6_lookup", rangeOf: ipv6Range, isOwnFirst: false, example: ["2001:db8::7", "2001:db8::/32"] }),
];
