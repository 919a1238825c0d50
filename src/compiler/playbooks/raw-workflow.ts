/** The raw definition of a playbook document: inline, or a .json file beside it. */

import { type Diagnostic, finding, type Parsed, type Span, sourceText } from "../../diagnostics";
import { type PositionedJson, pointerStep, positionedJson } from "../../documents";
import type { Json } from "../../plan";
import { definitionFile } from "../checks/playbooks/definition-file";
import type { Effective, Frame } from "../frame";

export interface RawWorkflow {
  readonly definition: { readonly [key: string]: Json };
  /** The span behind a pointer into `{ definition, parameters }`. */
  readonly at: (pointer: string) => Span;
  /** The connector of each key in `$connections`, as the portal's code view gives it. */
  readonly connectors: ReadonlyMap<string, string>;
}

type JsonObject = Readonly<Record<string, unknown>>;

export function rawWorkflow(effective: Effective<"Playbook">, frame: Frame): Parsed<RawWorkflow | undefined> {
  const { document, body, at } = effective;
  const { file } = body.definition ?? {};
  if (body.definition && (file === undefined || Object.keys(body.definition).length > 1)) {
    if (isTemplate(body.definition)) return noTemplate("this", at("/definition"));
    const own = { value: { definition: body.definition }, at: (pointer: string) => at(pointer) };
    return withTemplateTexts(unwrapped(own));
  }
  const refuse = (message: string): Parsed<undefined> => ({
    value: undefined,
    diagnostics: [finding(definitionFile, { message, at: at("/definition/file") })],
  });
  if (typeof file !== "string") return refuse("expected the name of a .json file");
  const text = frame.beside(document.place.path, file);
  if (text === undefined) return refuse(`the file \`${file}\` does not exist beside the document`);
  const read = positionedJson(sourceText(file, text));
  if (!read.value) return { value: undefined, diagnostics: read.diagnostics as readonly Diagnostic[] };
  if (!isObject(read.value.value)) return refuse(`\`${file}\` holds no workflow definition`);
  if (isTemplate(read.value.value)) return noTemplate(`\`${file}\``, at("/definition/file"));
  return withTemplateTexts(unwrapped(isCodeView(read.value.value) ? read.value : asDefinition(read.value)));
}

/** What solutions and the portal export for ARM: the workflow is one of its resources. */
function isTemplate(value: JsonObject): boolean {
  return Array.isArray(value.resources) && value.triggers === undefined;
}

function noTemplate(what: string, at: Span): Parsed<undefined> {
  const message = `${what} is an ARM template, not the definition of a workflow`;
  const help =
    "the definition is `properties.definition` of its resource `Microsoft.Logic/workflows`, with the template's expressions written out";
  return { value: undefined, diagnostics: [finding(definitionFile, { message, help, at })] };
}

/** `[parameters('name')]`, `[concat(...)]`: ARM evaluates such a text of a template, Logic Apps do not.
 *  Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions, read 2026-11-26. */
const TEMPLATE_TEXT = /^\[\s*[a-z]\w*\s*\(.*\]$/is;

function withTemplateTexts(raw: RawWorkflow): Parsed<RawWorkflow> {
  const diagnostics = templateTexts(raw.definition, "/definition").map(([text, pointer]) => {
    const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    const message = `\`${shown}\` is an expression of an ARM template and stays a text here`;
    const help = "write the value, or declare a parameter and read it with `@parameters('name')`";
    return finding(definitionFile, { message, help, at: raw.at(pointer), severity: "warning" });
  });
  return { value: raw, diagnostics };
}

function templateTexts(value: unknown, pointer: string): readonly (readonly [text: string, pointer: string])[] {
  if (typeof value === "string") return TEMPLATE_TEXT.test(value) ? [[value, pointer]] : [];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, each]) => templateTexts(each, `${pointer}${pointerStep(key)}`));
}

/** The portal's code view: the definition, and beside it the values of its parameters. */
function isCodeView(value: JsonObject): boolean {
  return isObject(value.definition) && value.triggers === undefined;
}

function asDefinition({ value, at }: PositionedJson): PositionedJson {
  return {
    value: { definition: value },
    at: (pointer, part) => at(pointer.replace(/^\/definition/, ""), part),
  };
}

/** `definition` may itself be a code view that was pasted whole. */
function unwrapped({ value, at }: PositionedJson): RawWorkflow {
  const outer = value as { readonly definition: JsonObject; readonly parameters?: unknown };
  if (isCodeView(outer.definition))
    return unwrapped({ value: outer.definition, at: (pointer) => at(`/definition${pointer}`) });
  return {
    definition: outer.definition as RawWorkflow["definition"],
    at,
    connectors: givenConnectors(outer.parameters),
  };
}

function givenConnectors(parameters: unknown): ReadonlyMap<string, string> {
  const connections = memberOf(memberOf(parameters, "$connections"), "value");
  if (!isObject(connections)) return new Map();
  return new Map(
    Object.entries(connections).flatMap(([key, each]) => {
      const id = memberOf(each, "id");
      const connector = typeof id === "string" ? /\/managedApis\/([^/]+)$/i.exec(id)?.[1] : undefined;
      return connector === undefined ? [] : [[key, connector.toLowerCase()] as const];
    }),
  );
}

function memberOf(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** Where a value of `parameters` stands in the document. */
export function parameterPointer(name: string): string {
  return `/parameters${pointerStep(name)}`;
}
