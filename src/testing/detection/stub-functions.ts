/** Functions that give the rows of a case instead of running. */

import { compileFor, functionParameters, type TenantDocument } from "../../compiler";
import { type Diagnostic, didYouMean, type Parsed } from "../../diagnostics";
import { pointerStep } from "../../documents";
import type { BindRequest, Column } from "../../kql/check";
import type { Rows } from "../../kql/run";
import { badTest, type CaseFrame } from "./case-frame";
import { givenRows } from "./given-rows";
import { typedEvents } from "./typed-events";

export interface Stubbed {
  readonly request: BindRequest;
  /** By the name of the table that stands for a function's body. */
  readonly rows: ReadonlyMap<string, Rows>;
}

export function stubFunctions(frame: CaseFrame, request: BindRequest, tenant: TenantDocument): Parsed<Stubbed> {
  const diagnostics: Diagnostic[] = [];
  const rows = new Map<string, Rows>();
  let stubbed = request;
  for (const [name, given] of Object.entries(frame.body.functions ?? {})) {
    const pointer = `/functions${pointerStep(name)}`;
    const own = stubbed.functions?.find((each) => each.name === name);
    const columns = own && resultColumns(name, frame, tenant);
    if (!own || !columns) {
      const names = stubbed.functions?.map((each) => each.name) ?? [];
      const message = own
        ? `the result of \`${name}\` has no certain columns`
        : `the subject calls no function \`${name}\``;
      diagnostics.push(badTest(message, frame.at(pointer, "key"), own ? undefined : didYouMean(name, names)));
      continue;
    }
    const read = givenRows(frame, given, pointer);
    const typed = typedEvents(read.value, { name, columns, now: frame.now, isLog: false });
    diagnostics.push(...read.diagnostics, ...typed.diagnostics);
    const table = `PicketRowsOf_${name}`;
    rows.set(
      table,
      typed.value.map(({ row }) => row),
    );
    stubbed = {
      ...stubbed,
      tables: [...(stubbed.tables ?? []), { name: table, columns }],
      functions: (stubbed.functions ?? []).map((each) => (each === own ? { ...each, body: table } : each)),
    };
  }
  return { value: { request: stubbed, rows }, diagnostics };
}

/** Columns of the function's own result, whatever its arguments; undefined where they depend on them or on the data. */
function resultColumns(
  name: string,
  { documents, context }: CaseFrame,
  tenant: TenantDocument,
): readonly Column[] | undefined {
  const document = documents.find((each) => each.kind === "Function" && each.body.name === name);
  if (document?.kind !== "Function") return undefined;
  const required = functionParameters(document.body.signature).filter((each) => !each.includes("="));
  const types = required.map((each) => /:\s*([a-z]+)\s*$/.exec(each)?.[1]);
  if (types.includes(undefined)) return undefined;
  const compiled = compileFor(document, tenant, documents, context)?.value.query;
  if (!compiled) return undefined;
  const values = types.map((type) => (type === "string" ? '""' : `${type}(null)`));
  const text = compiled.request.text.replace(/print 1$/, `__picket_function(${values.join(", ")})`);
  const answer = context.bound({ ...compiled.request, text });
  return answer && !answer.isOpen && answer.columns.length > 0 ? answer.columns : undefined;
}
