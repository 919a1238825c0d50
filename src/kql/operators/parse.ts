/** `parse` and `parse-where`: text between fixed pieces goes to columns; the pieces are sought in order. */

import { QueryEnd } from "../execute/query-end";
import { page } from "../functions/definition";
import type { At } from "../ir/scalar";
import type { Parse, ParsePiece } from "../ir/step";
import { boundColumns, child, childOf, items, type KustoNode, kindOf, simpleName, tokenText } from "../kusto/node";
import { convertTo } from "../lower/call";
import { checkNames } from "../lower/projection";
import { lowerScalar, report, type Scope, slotOf } from "../lower/scope";
import { converter } from "../values/convert";
import { type Column, type TypeName, typeNamed } from "../values/type-name";
import type { Row, Value } from "../values/value";
import { type LoweredOperator, type OperatorDefinition, stepDefinition } from "./definition";
import { parameterText } from "./join";

export const parse: OperatorDefinition = {
  name: "parse",
  syntax: ["ParseOperator"],
  source: `${page("parse-operator")}, engine`,
  order: "keeps",
  lower: (node, scope) => lower(node, scope, false),
  examples: [
    { query: "print s = 'id=7, name=x' | parse s with 'id=' id:long ', name=' name", rows: [["id=7, name=x", 7, "x"]] },
    {
      query: "print s = 'id=y, name=x' | parse s with 'id=' id:long ', name=' name",
      rows: [["id=y, name=x", null, ""]],
    },
    {
      query: "print s = 'id=y, name=x' | parse kind=relaxed s with 'id=' id:long ', name=' name",
      rows: [["id=y, name=x", null, "x"]],
    },
    { query: "print s = 'a: b: c' | parse s with * ': ' rest", rows: [["a: b: c", "b: c"]] },
  ],
};

export const parseWhere: OperatorDefinition = {
  name: "parse-where",
  syntax: ["ParseWhereOperator"],
  source: `${page("parse-where-operator")}, engine`,
  order: "keeps",
  lower: (node, scope) => lower(node, scope, true),
  examples: [{ query: "datatable(s:string)['n=1', 'n=x'] | parse-where s with 'n=' n:long", rows: [["n=1", 1]] }],
};

function lower(node: KustoNode, scope: Scope, isFilter: boolean): LoweredOperator | undefined {
  const mode = parameterText(node, "kind") ?? "simple";
  if (mode !== "simple" && (mode !== "relaxed" || isFilter)) {
    report(scope, node, "unsupported", `\`kind=${mode}\` is not evaluated here`);
    return undefined;
  }
  const columns: Column[] = [...scope.columns];
  const pieces = items(node, "Patterns").map((each) => pieceOf(each, columns, scope));
  checkNames(columns, boundColumns(node) ?? [], node, scope);
  const isTold = pieces.every(
    (piece, index) => piece.kind === "text" || (pieces[index + 1]?.kind ?? "text") === "text",
  );
  if (!isTold) {
    report(scope, node, "unsupported", "columns of `parse` with no text between them are not evaluated");
    return undefined;
  }
  const value = convertTo(lowerScalar(childOf(node, "Expression"), scope), "string");
  return {
    columns,
    step: { kind: "parse", value, mode, isFilter, width: columns.length, pieces, at: scope.placeOf(node) },
  };
}

function pieceOf(node: KustoNode, columns: Column[], scope: Scope): ParsePiece {
  if (kindOf(node) === "StarExpression") return { kind: "skip" };
  if (kindOf(node) === "NameDeclaration") return columnPiece(simpleName(node), "string", columns);
  if (kindOf(node) === "NameAndTypeDeclaration") {
    const type = typeNamed(tokenText(childOf(node, "Type")).replace(/^:/, "")) ?? "dynamic";
    return columnPiece(simpleName(child(node, "Name") ?? node), type, columns);
  }
  const value = lowerScalar(node, { ...scope, columns: [] });
  if (value.kind === "literal" && typeof value.value === "string" && value.value !== "") {
    return { kind: "text", text: value.value };
  }
  report(scope, node, "unsupported", "this piece of a `parse` pattern is not evaluated");
  return { kind: "skip" };
}

function columnPiece(name: string, type: TypeName, columns: Column[]): ParsePiece {
  const known = slotOf(columns, name);
  const slot = known < 0 ? columns.push({ name, type }) - 1 : known;
  columns[slot] = { name, type };
  return { kind: "column", slot, type };
}

export const parseStep = stepDefinition<Parse>({
  kind: "parse",
  compile: ({ value, mode, isFilter, width, pieces, at }, compiler) => {
    const evaluate = compiler.scalar(value);
    const targets = pieces.flatMap((piece) => (piece.kind === "column" ? [piece] : []));
    const converters = targets.map(({ type }) => converter("string", type));
    return (rows, run) => {
      const made: Row[] = [];
      for (const row of rows) {
        const texts = found(String(evaluate(row, run) ?? ""), pieces, at);
        const values = texts?.map((text, index) => converters[index]?.(text) ?? null);
        const isWhole = values?.every((each) => each !== null) === true;
        if (isFilter && !isWhole) continue;
        const result = row.slice() as Value[];
        while (result.length < width) result.push(null);
        targets.forEach(({ slot, type }, index) => {
          const none = type === "string" ? "" : null;
          // One text that does not convert empties all columns, unless the parse is relaxed.
          result[slot] = mode === "relaxed" || isWhole ? (values?.[index] ?? none) : none;
        });
        made.push(result);
      }
      return made;
    };
  },
});

/** The texts of the columns, or undefined where the text does not fit the pattern. */
function found(text: string, pieces: readonly ParsePiece[], place: At): readonly string[] | undefined {
  const texts: string[] = [];
  let at = 0;
  let open: ParsePiece | undefined;
  for (const piece of pieces) {
    if (piece.kind !== "text") {
      open = piece;
      continue;
    }
    const next = text.indexOf(piece.text, at);
    if (next < 0) return undefined;
    if (open === undefined && next !== at) notAnchored(place);
    if (open?.kind === "column") texts.push(text.slice(at, next));
    at = next + piece.text.length;
    open = undefined;
  }
  if (open?.kind === "column") texts.push(text.slice(at));
  if (open === undefined && at !== text.length) notAnchored(place);
  return texts;
}

/** Neither the reference nor a recorded result says whether such a text fits. */
function notAnchored(place: At): never {
  throw new QueryEnd(
    "unsupported",
    "a text with more before or behind the pattern of `parse` (no `*` there) is not evaluated",
    place,
  );
}
