/** `parse` and `parse-where`: text between fixed pieces goes to columns; the pieces are sought in order. */

import { QueryEnd } from "../execute/query-end";
import { page } from "../functions/definition";
import type { Parse, ParsePiece } from "../ir/step";
import { isOrderSettled } from "../kusto/column-order";
import { child, childOf, items, type KustoNode, kindOf, simpleName, tokenText } from "../kusto/node";
import { convertTo } from "../lower/call";
import { checkNames } from "../lower/projection";
import { boundIn, lowerScalar, report, type Scope, slotOf } from "../lower/scope";
import { converter } from "../values/convert";
import { keyOf } from "../values/order";
import { type Column, type TypeName, typeNamed } from "../values/type-name";
import type { Row, Value } from "../values/value";
import { type LoweredOperator, type OperatorDefinition, stepDefinition } from "./definition";
import { parameterText } from "./join";
import { endsByItself, readPieces, regexReaders } from "./parse-pattern";
import { widened } from "./widened";

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
    { query: "print s = 'n=12, m=3' | parse s with 'n=' n:long * 'm=' m:long", rows: [["n=12, m=3", 12, 3]] },
    { query: "print s = 'ab12cd' | parse kind=regex s with a @'\\d+' b", rows: [["ab12cd", "ab1", "cd"]] },
    { query: "print s = 'ab12cd' | parse kind=regex flags=U s with a @'\\d' *", rows: [["ab12cd", "ab"]] },
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
  const mode = modeOf(node);
  if (!mode || (mode === "relaxed" && isFilter)) {
    report(scope, node, "unsupported", "this kind of `parse` is not evaluated");
    return undefined;
  }
  const columns: Column[] = [...scope.columns];
  const pieces = items(node, "Patterns").map((each) => pieceOf(each, columns, scope));
  const kept = pieces.flatMap((piece) =>
    piece.kind === "column" && piece.slot < scope.columns.length ? [piece.slot] : [],
  );
  if (kept.some((slot) => columns[slot]?.type !== scope.columns[slot]?.type)) {
    report(scope, node, "unsupported", "`parse` into a column of another type that is there already is not evaluated");
    return undefined;
  }
  // Where such a column stands then is not told: the binder puts it last, `extend` leaves it where it was.
  if (kept.length > 0 && !isOrderSettled(node)) {
    report(
      scope,
      node,
      "unsupported",
      "`parse` into a column that is there already is evaluated only before a step that names its columns",
    );
    return undefined;
  }
  checkNames(columns, boundIn(node, scope), node, scope);
  if (mode !== "regex" && !isTold(pieces)) {
    report(scope, node, "unsupported", "columns of `parse` with no text between them are not evaluated");
    return undefined;
  }
  const parsed = childOf(node, "Expression");
  if (kept.length > 0) scope.parts.doubled.set(parsed, new Set(kept.map((slot) => columns[slot]?.name ?? "")));
  const value = convertTo(lowerScalar(parsed, scope), "string");
  return {
    columns,
    step: {
      kind: "parse",
      value,
      mode,
      flags: flagsOf(node),
      isFilter,
      width: columns.length,
      pieces,
      ...(kept.length > 0 ? { kept } : {}),
      at: scope.placeOf(node),
    },
  };
}

function modeOf(node: KustoNode): Parse["mode"] | undefined {
  const mode = parameterText(node, "kind") ?? "simple";
  return mode === "simple" || mode === "relaxed" || mode === "regex" ? mode : undefined;
}

/** The case of a flag has a meaning. */
function flagsOf(node: KustoNode): string {
  const parameter = items(node, "Parameters").find((each) => simpleName(childOf(each, "Name")) === "flags");
  return parameter ? tokenText(childOf(parameter, "Expression")) : "";
}

/** A number ends by itself; every other column needs a text, or the end, behind it. */
function isTold(pieces: readonly ParsePiece[]): boolean {
  return pieces.every((piece, index) => {
    const next = pieces[index + 1]?.kind ?? "text";
    return piece.kind === "text" || next === "text" || (piece.kind === "column" && endsByItself(piece.type));
  });
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

/** The texts of the columns, in their order; undefined where the text does not fit. */
type Read = (text: string) => readonly string[] | undefined;

export const parseStep = stepDefinition<Parse>({
  kind: "parse",
  isRowByRow: true,
  compile: (step, compiler) => {
    const { mode, isFilter, width, pieces, kept = [] } = step;
    const evaluate = compiler.scalar(step.value);
    const targets = pieces.flatMap((piece) => (piece.kind === "column" ? [piece] : []));
    const converters = targets.map(({ type }) => converter("string", type));
    const none = targets.map(({ type }): Value => (type === "string" ? "" : null));
    /** Undefined where the row does not fit: a text that does not convert is as bad as one that is not there, unless the parse is relaxed. */
    const valuesOf = (texts: readonly string[] | undefined): readonly Value[] | undefined => {
      const values = texts?.map((text, index) => converters[index]?.(text) ?? null);
      return mode === "relaxed" || values?.every((each) => each !== null) ? values : undefined;
    };
    const readers: readonly Read[] =
      mode === "regex" ? regexReaders(step) : [(text) => readPieces(text, pieces, step.at)];
    return (rows, run) => {
      const made: Row[] = [];
      for (const row of rows) {
        const text = String(evaluate(row, run) ?? "");
        const readings = readers.map((read) => valuesOf(read(text)));
        const [values] = readings;
        if (
          isFilter
            ? !isOneFit(readings)
            : !isOneAnswer(
                readings.map((each) => each ?? none),
                targets,
              )
        ) {
          throw new QueryEnd("unsupported", NOT_TOLD, step.at);
        }
        if (isFilter && !values) continue;
        const result = widened(row, width);
        targets.forEach(({ slot, type }, index) => {
          const value = (values ?? none)[index] as Value;
          if (kept.includes(slot) && keyOf(value, type) !== keyOf(row[slot] as Value, type)) {
            throw new QueryEnd("unsupported", NOT_THE_SAME, step.at);
          }
          result[slot] = value;
        });
        made.push(result);
      }
      return made;
    };
  },
});

const NOT_TOLD =
  "how the engine reads this text by this pattern of `parse kind=regex` is not told, so it is not evaluated";

/** Microsoft's binder keeps the old column beside the new one, `extend` replaces it, and no page or record says which of them the engine's `parse` does. */
const NOT_THE_SAME =
  "`parse` into a column that is there already is evaluated only where it reads what the column holds already";

function isOneFit(readings: readonly (readonly Value[] | undefined)[]): boolean {
  return readings.every((values) => (values === undefined) === (readings[0] === undefined));
}

/** The readings of one text by the possible meanings of a pattern must agree. */
function isOneAnswer(
  readings: readonly (readonly Value[])[],
  targets: readonly { readonly type: TypeName }[],
): boolean {
  const keys = readings.map((values) => values.map((value, index) => keyOf(value, targets[index]?.type ?? "string")));
  return keys.every((each) => each.every((key, index) => key === keys[0]?.[index]));
}
