/** YAML text to nodes that know where they stand. */

import { type Document, isAlias, isNode, isScalar, type Node, parseAllDocuments, visit, type YAMLError } from "yaml";
import {
  type Diagnostic,
  finding,
  lineText,
  type Parsed,
  positionAt,
  type SourceText,
  span,
  unreachable,
} from "../../diagnostics";
import { aliasBomb } from "../checks/alias-bomb";
import { yamlSyntax } from "../checks/yaml-syntax";
import { repeatedKeys } from "./repeated-keys";
import { ALIASED_VALUES_MAX, type AliasTrouble, aliasTrouble } from "./unfolded-aliases";

/** One YAML document of a file. */
export interface YamlDocument {
  readonly source: SourceText;
  readonly root: Node;
  /** The document as a JavaScript value: maps, lists, texts, numbers, booleans and nulls. */
  readonly value: unknown;
}

/** Deepest nesting that is read: no document shape goes half as deep, and recursion over more could run out of stack. */
const DEPTH_MAX = 64;

/** The documents of a file that could be read; empty ones and those with an error are left out. */
export function readYaml(source: SourceText): Parsed<readonly YamlDocument[]> {
  const diagnostics: Diagnostic[] = [];
  const value: YamlDocument[] = [];
  for (const document of parsedDocuments(source)) {
    if ("code" in document) {
      diagnostics.push(document);
      continue;
    }
    const read = readDocument(source, document);
    if (read === undefined) continue;
    if ("code" in read) {
      diagnostics.push(read);
      continue;
    }
    const repeated = repeatedKeys(source, read.root);
    if (repeated.length === 0) value.push(read);
    diagnostics.push(...repeated);
  }
  return { value, diagnostics };
}

function parsedDocuments(source: SourceText): readonly (Document.Parsed | Diagnostic)[] {
  try {
    const documents = parseAllDocuments(source.text, { uniqueKeys: false, logLevel: "silent" });
    return [...documents];
  } catch (error) {
    // The library recurses over nested collections: text that is nested ten thousand deep ends the stack.
    if (error instanceof RangeError) return [tooDeep(source, 0)];
    throw error;
  }
}

function readDocument(source: SourceText, document: Document.Parsed): YamlDocument | Diagnostic | undefined {
  const error = document.errors[0];
  if (error) return syntaxError(source, error);
  const root = document.contents;
  if (!root || (isScalar(root) && root.value === null)) return undefined;
  let deep: number | undefined;
  visit(root, (_, node, path) => {
    if (path.filter(isNode).length <= DEPTH_MAX) return undefined;
    deep = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    return visit.BREAK;
  });
  if (deep !== undefined) return tooDeep(source, deep);
  const trouble = aliasTrouble(root);
  if (trouble) return aliasFinding(source, trouble);
  // What is counted above is what could run away.
  return { source, root, value: document.toJS({ maxAliasCount: -1 }) };
}

function aliasFinding(source: SourceText, { kind, alias }: AliasTrouble): Diagnostic {
  const [start, end] = alias.range ?? [0, 0];
  const at = span(source, start, end);
  const name = alias.source;
  switch (kind) {
    case "no such anchor":
      return finding(yamlSyntax, {
        message: `the alias \`*${name}\` has no anchor \`&${name}\` before it`,
        help: "a text that begins with `*` is written in quotes",
        at,
      });
    case "inside of itself":
      return finding(aliasBomb, { message: `the alias \`*${name}\` stands inside of what it names`, at });
    case "too much": {
      const message = `the aliases of this document unfold to more than ${ALIASED_VALUES_MAX} values`;
      return finding(aliasBomb, { message, at });
    }
    default:
      return unreachable(kind);
  }
}

function tooDeep(source: SourceText, offset: number): Diagnostic {
  return finding(yamlSyntax, {
    message: `nested deeper than ${DEPTH_MAX} levels`,
    at: span(source, offset, offset + 1),
  });
}

function syntaxError(source: SourceText, error: YAMLError): Diagnostic {
  const [start, end] = error.pos;
  // The library recurses over nested collections and tells the end of the stack as a mistake in the text.
  if (error.message.includes("call stack")) return tooDeep(source, 0);
  const at = span(source, start, Math.min(end, start + 200));
  if (source.text[start] === "\t" || error.code === "TAB_AS_INDENT") {
    return finding(yamlSyntax, { message: "a tab in the indentation, expected spaces", at });
  }
  const text = (error.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "").replace(/\.$/, "");
  const help = syntaxHelp(error.code, lineText(source, positionAt(source, start).line));
  return finding(yamlSyntax, {
    message: `not YAML: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
    at,
    ...(help ? { help } : {}),
  });
}

/** What mostly stands behind the parser's words. */
function syntaxHelp(code: YAMLError["code"], line: string): string | undefined {
  if (code === "BLOCK_AS_IMPLICIT_KEY") return "a text with `: ` in it is written in quotes";
  // A line without a key is the rest of a text block that lost its indentation.
  const isKeyless = code === "MULTILINE_IMPLICIT_KEY" && !line.includes(":");
  return isKeyless ? "every line of a text block is indented as its first one, or further" : undefined;
}

/** The node that an alias stands for, or the node itself. */
export function resolveAlias(root: Node, node: unknown): unknown {
  if (!isAlias(node)) return node;
  let target: unknown;
  visit(root, (_, each) => {
    if (isNode(each) && "anchor" in each && each.anchor === node.source) target = each;
    return each === node ? visit.BREAK : undefined;
  });
  return target;
}
