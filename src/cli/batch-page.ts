/** docs/batch.md and the schemas of the machine interface, made from the operations themselves. */

import type { Operation } from "../operations";
import { LINE_CHARS_MAX } from "./batch-checks";

interface Property {
  readonly type?: string;
  readonly description?: string;
}

/** The page as Markdown. */
export function batchPage(operations: readonly Operation[]): string {
  const head = [
    "# `picket batch`: the machine interface",
    "One JSON request per line on standard input, one JSON answer per line on standard output, in the order of the requests.",
    'A request is `{ "id": <any JSON value>, "op": "<operation>", ... }`. Its answer carries the same `id` and either the result\'s keys or `refused`:',
    "- `invalid`: the input is wrong, or the real service would raise an error\n- `unsupported`: legal, but picket does not evaluate it\n- `limit`: a limit on rows, memory or time was hit\n- `bug`: picket's own fault; the stream goes on",
    "Both may carry `diagnostics`: `{ code, severity, message, help?, line?, column?, endLine?, endColumn?, pointer?, action? }`, lines and columns from 1.",
    `A line of more than ${LINE_CHARS_MAX} characters is not read: it is refused with \`limit\` and the id null, and the stream goes on.`,
    "Unknown request keys are ignored, with an info. A key that is null counts as absent. The exit status is 0 at the end of the input.",
  ];
  return `${[...head, ...operations.map(operationPart)].join("\n\n")}\n`;
}

function operationPart({ name, summary, request }: Operation): string {
  const { properties = {}, required = [] } = request as {
    readonly properties?: Readonly<Record<string, Property>>;
    readonly required?: readonly string[];
  };
  const rows = Object.entries(properties).map(
    ([key, { type, description }]) =>
      `| \`${key}\` | ${required.includes(key) ? "yes" : ""} | ${type ?? "any"} | ${description ?? ""} |`,
  );
  return [
    `## ${name}`,
    "",
    summary,
    "",
    `Schema: [schema/batch/${name}.json](../schema/batch/${name}.json)`,
    "",
    "| key | required | type | |",
    "|---|---|---|---|",
    ...rows,
  ].join("\n");
}

/** The request's schema with `id` and `op`. */
export function batchSchema({ name, summary, request }: Operation): object {
  const {
    properties = {},
    required = [],
    ...rest
  } = request as { readonly properties?: object; readonly required?: readonly string[] };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: name,
    description: summary,
    ...rest,
    properties: { id: { description: "Any JSON value; the answer carries it." }, op: { const: name }, ...properties },
    required: ["op", ...required],
  };
}
