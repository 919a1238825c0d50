/** `picket batch`: one JSON request a line in, one JSON answer a line out, in order. */

import { type CheckInfo, type Diagnostic, didYouMean, finding, PicketBug } from "../diagnostics";
import { shapeErrors } from "../documents";
import type { Operation, OperationAnswer, OperationWorld } from "../operations";
import { batchChecks, LINE_CHARS_MAX } from "./batch-checks";
import { wireDiagnostic } from "./wire-diagnostic";

interface PreparedOperation {
  readonly operation: Operation;
  readonly keys: ReadonlySet<string>;
}

/** Answers single request lines; what was compiled for an operation is kept between requests. */
export function batchAnswerer(
  operations: readonly Operation[],
  world: OperationWorld,
): (line: string) => Promise<string> {
  const prepared = new Map<string, PreparedOperation>();
  const prepare = (name: string): PreparedOperation | undefined => {
    const known = prepared.get(name);
    if (known) return known;
    const operation = operations.find((each) => each.name === name);
    if (!operation) return undefined;
    const properties = (operation.request as { properties?: object }).properties ?? {};
    const made = { operation, keys: new Set(Object.keys(properties)) };
    prepared.set(name, made);
    return made;
  };
  const names = operations.map(({ name }) => name);
  return async (line) => {
    if (line.length > LINE_CHARS_MAX) return answerLine(null, tooLong);
    const request = readRequest(line);
    if (!request) return answerLine(null, refusal(batchChecks.badLine, "the line is not a JSON object"));
    const id = request.id ?? null;
    const name = typeof request.op === "string" ? request.op : "";
    const known = prepare(name);
    if (!known) return answerLine(id, unknownOperation(name, names));
    return answerLine(id, await answerTo(known, request, world));
  };
}

const tooLong: OperationAnswer = {
  refused: "limit",
  diagnostics: [
    finding(batchChecks.longLine, {
      message: `the line is longer than ${LINE_CHARS_MAX} characters, and is passed over`,
    }),
  ],
};

function readRequest(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return value !== null && typeof value === "object" && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

async function answerTo(known: PreparedOperation, request: object, world: OperationWorld): Promise<OperationAnswer> {
  const parts = Object.fromEntries(
    Object.entries(request).filter(([key, value]) => key !== "id" && key !== "op" && value !== null),
  );
  const ignored = Object.keys(parts)
    .filter((key) => !known.keys.has(key))
    .map((key) =>
      finding(batchChecks.unknownKey, { message: `the request key \`${key}\` is ignored`, pointer: `/${key}` }),
    );
  const wrong = wrongShape(known.operation, parts);
  if (wrong.length > 0) return { refused: "invalid", diagnostics: [...wrong, ...ignored] };
  try {
    const answer = await known.operation.run(parts, world);
    return { ...answer, diagnostics: [...(answer.diagnostics ?? []), ...ignored] };
  } catch (error) {
    return refusal(batchChecks.bug, bugMessage(error));
  }
}

/** In the words in which documents are told what is wrong with theirs. */
function wrongShape({ request }: Operation, parts: object): readonly Diagnostic[] {
  return shapeErrors(request, parts, { foreignKeys: "ignore" })
    .filter(({ severity }) => severity === "error")
    .map(({ message, help, pointer }) =>
      finding(batchChecks.badShape, { message, ...(help ? { help } : {}), pointer: pointer ?? "" }),
    );
}

function unknownOperation(name: string, names: readonly string[]): OperationAnswer {
  const help = didYouMean(name, names) ?? `one of ${names.join(", ")}`;
  const message = name === "" ? "the request names no operation" : `unknown operation \`${name}\``;
  return { refused: "invalid", diagnostics: [finding(batchChecks.unknownOperation, { message, help })] };
}

function bugMessage(error: unknown): string {
  const text =
    error instanceof Error
      ? error instanceof PicketBug
        ? error.message
        : (error.stack ?? error.message)
      : String(error);
  return text.split("\n").slice(0, 3).join(" ").slice(0, 500);
}

function refusal(check: CheckInfo, message: string): OperationAnswer {
  return { refused: check === batchChecks.bug ? "bug" : "invalid", diagnostics: [finding(check, { message })] };
}

function answerLine(id: unknown, answer: OperationAnswer): string {
  const diagnostics = (answer.diagnostics ?? []).map(wireDiagnostic);
  if ("refused" in answer) return JSON.stringify({ id, refused: answer.refused, diagnostics });
  const carries = diagnostics.length > 0 || "diagnostics" in answer.result;
  return JSON.stringify({ id, ...answer.result, ...(carries ? { diagnostics } : {}) });
}
