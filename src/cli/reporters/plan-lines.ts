/** A Plan and its changes as lines, shared by the formats for people. */

import { structuredPatch } from "diff";
import {
  type Change,
  type ChangeKind,
  type Plan,
  type PlanDocument,
  type PropertyChange,
  resourceWord,
} from "../../plan";
import { counted } from "../words";

/** Signs of changes, from most to least destructive. */
export const SIGNS: Readonly<Record<ChangeKind, string>> = {
  replaced: "±",
  deleted: "-",
  changed: "~",
  adopted: ">",
  added: "+",
};

/** Lines of unchanged text around a change of a query. */
const CONTEXT_LINES = 2;

/** "2 replaced, 1 deleted": only what there is. */
export function changeCounts(changes: readonly Change[]): string {
  const kinds = Object.keys(SIGNS) as readonly ChangeKind[];
  const counts = kinds.flatMap((kind) => {
    const count = changes.filter(({ change }) => change === kind).length;
    return count > 0 ? [`${count} ${kind === "adopted" ? "to adopt" : kind}`] : [];
  });
  return counts.length > 0 ? counts.join(", ") : "no change";
}

/** One property's change: a line, or for texts of several lines a diff. */
export function propertyLines({ path, before, after }: PropertyChange): readonly string[] {
  const isText = typeof before === "string" && typeof after === "string" && `${before}${after}`.includes("\n");
  if (!isText) return [`${path}: ${shown(before)} → ${shown(after)}`];
  const { hunks } = structuredPatch("", "", `${before.trimEnd()}\n`, `${after.trimEnd()}\n`, "", "", {
    context: CONTEXT_LINES,
  });
  return [
    `${path}:`,
    ...hunks.flatMap(({ lines }, index) => [...(index > 0 ? ["  …"] : []), ...lines.map((line) => `  ${line}`)]),
  ];
}

function shown(value: unknown): string {
  if (value === undefined) return "(none)";
  const text = JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

/** Documents by kind: "12 Scheduled, 2 Watchlist". */
export function planCounts({ documents, resources, inactive }: Plan): string {
  const counts = PLANES.flatMap(([, kinds]) => kinds).flatMap((kind) => {
    const count = documents.filter((each) => each.kind === kind).length;
    return count > 0 ? [`${count} ${kind}`] : [];
  });
  const idle = inactive.length > 0 ? `, ${inactive.length} inactive` : "";
  return `${counts.join(", ")}${idle}: ${counted(resources.length, "resource")}`;
}

/** The kinds of documents by what they are for, in the order in which they are shown. */
const PLANES: readonly (readonly [title: string, kinds: readonly string[]])[] = [
  ["Detections", ["Scheduled", "NRT", "HuntingQuery", "Function", "Watchlist", "Table"]],
  ["Sign-in policies", ["ConditionalAccessPolicy", "NamedLocation", "AuthenticationStrength", "Group"]],
  ["Responses", ["AutomationRule", "Playbook"]],
];

/** Kinds that act: what a stage holds back. */
const STAGED_KINDS: ReadonlySet<string> = new Set(["Scheduled", "NRT", "AutomationRule", "Playbook"]);

/** Widest line of parameters. */
const LINE_CHARS_MAX = 110;

/** What a resource is called and what it is; the parts of a document's resource are called `<key>--<part>`. */
export interface NamedResource {
  readonly type: string;
  readonly name: string;
  readonly inputs: { readonly [key: string]: unknown };
}

/** What the tenant gets: a line for each document with the resources that it becomes, its parameters below; then what it does not get. */
export function tableLines({ documents, inactive }: Plan, resources: readonly NamedResource[]): readonly string[] {
  const kindWidth = 2 + Math.max(0, ...[...documents, ...inactive].map(({ kind }) => kind.length)) + 2;
  const titleWidth = Math.max(0, ...documents.map(({ title }) => title.length)) + 2;
  const indent = " ".repeat(kindWidth);
  const stageWidth = "report-only".length + 2;
  return PLANES.flatMap(([plane, kinds]) => {
    const ours = kinds.flatMap((each) => documents.filter(({ kind }) => kind === each));
    const idle = inactive.filter(({ kind }) => kinds.includes(kind));
    if (ours.length + idle.length === 0) return [];
    const rows = ours.flatMap((each) => {
      const { words, parameters } = heldBack(each);
      const head = [
        `  ${each.kind}`.padEnd(kindWidth),
        each.title.padEnd(titleWidth),
        words.padEnd(stageWidth),
        resourceWords(each, resources),
      ];
      return [
        head.join("").trimEnd(),
        ...wrapped(parameterTexts(parameters), LINE_CHARS_MAX - kindWidth).map((line) => `${indent}${line}`),
      ];
    });
    const not = idle.map(
      ({ kind, title, because }) => `${`  ${kind}`.padEnd(kindWidth)}${title}  inactive: ${because}`,
    );
    return [plane, ...rows, ...not, ""];
  }).slice(0, -1);
}

/** What the stage makes of a document: a policy's state says it better than the stage. */
export function heldBack({
  kind,
  stage,
  parameters,
}: PlanDocument): Pick<PlanDocument, "parameters"> & { words: string } {
  if (kind !== "ConditionalAccessPolicy") return { words: STAGED_KINDS.has(kind) ? stage : "", parameters };
  const { state, ...rest } = parameters;
  return { words: typeof state === "string" ? state : stage, parameters: rest };
}

/** "Watchlist + 11 WatchlistItem": what one document becomes, where its kind does not say it. */
function resourceWords({ key, kind }: { key: string; kind: string }, resources: readonly NamedResource[]): string {
  const counts = new Map<string, number>();
  for (const each of resources) {
    if (each.name !== key && !each.name.startsWith(`${key}--`)) continue;
    const word = resourceWord(each);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts].map(([type, count]) => (count > 1 ? `${count} ${type}` : type)).join(" + ");
  return words === kind ? "" : words;
}

function parameterTexts(parameters: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(parameters).map(
    ([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
}

/** Words put into lines of at most so many characters. */
function wrapped(words: readonly string[], charsMax: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 2 <= charsMax) lines[lines.length - 1] = `${last}  ${word}`;
    else lines.push(word);
  }
  return lines;
}
