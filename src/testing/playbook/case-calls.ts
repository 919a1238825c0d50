/** Calls as a test writes them, and whether a call that was made is one of them. */

import { type Diagnostic, finding, type Span } from "../../diagnostics";
import type { Json } from "../../plan";
import type { RecordedCall } from "../../playbook/run";
import { type Fault, type ShownCall, shownCall } from "../../tenant";
import { playbookTestInfo } from "../checks/playbook-checks";
import { nearName } from "../named-document";
import { keyOf, type People, spellings, strangers, withIds, withKeys } from "./case-people";
import { type PlaybookCase, unknownName } from "./playbook-frame";

type GivenCall = NonNullable<PlaybookCase["never"]>[number];

const METHODS = ["patch", "post", "put", "delete"] as const;

export interface CallPattern {
  readonly given: GivenCall;
  readonly method: string;
  readonly fits: (call: ShownCall) => boolean;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

export function callPattern(given: GivenCall, people: People, at: Span): CallPattern | Diagnostic {
  const methods = METHODS.filter((each) => given[each] !== undefined);
  const [method] = methods;
  if (method === undefined || methods.length > 1) {
    const message = `a call has one of patch, post, put and delete, got ${methods.length === 0 ? "none" : methods.join(" and ")}`;
    return finding(playbookTestInfo.badCall, { message, at });
  }
  const path = given[method] ?? "";
  const problem = pathProblem(path, people, at);
  if (problem) return problem;
  const fits = (call: ShownCall) => call.method === method.toUpperCase() && fitsPath(path, call.path, people);
  const body = given.body as CallPattern["body"];
  return { given, method: method.toUpperCase(), fits, body };
}

/** A fault by "METHOD /path". */
export function faultOf(
  text: string,
  statuses: readonly number[],
  { people, at }: { readonly people: People; readonly at: Span },
): Fault | Diagnostic {
  const [, method = "", path = ""] = /^(GET|PATCH|POST|PUT|DELETE)\s+(\S.*)$/i.exec(text) ?? [];
  if (method === "") {
    const message = `\`${text}\` is no call: expected METHOD /path, such as GET /users/{nina}`;
    return finding(playbookTestInfo.badCall, { message, at });
  }
  const problem = pathProblem(path, people, at);
  if (problem) return problem;
  return { fits: (call) => call.method === method.toUpperCase() && fitsPath(path, call.path, people), statuses };
}

function pathProblem(path: string, people: People, at: Span): Diagnostic | undefined {
  const [stranger] = strangers(path, people);
  if (stranger !== undefined)
    return unknownName(
      `nobody has the key \`${stranger}\``,
      at,
      nearName(stranger, [...people.known.keys(), ...people.groupIds.keys()]),
    );
  if (path !== "*" && !path.startsWith("/"))
    return finding(playbookTestInfo.badCall, {
      message: `\`${path}\` is no path: it starts with /, or is * for any`,
      at,
    });
  return undefined;
}

/** `*` stands for any text, a key in braces for whoever has it. */
function fitsPath(pattern: string, path: string, people: People): boolean {
  const parts = pattern.split(/(\*|\{[^{}]+\})/).map((part) => {
    if (part === "*") return ".*";
    const named = spellings(/^\{(.+)\}$/.exec(part)?.[1] ?? "", people);
    return named.length > 0 ? `(?:${named.map(escaped).join("|")})` : escaped(part);
  });
  return new RegExp(`^${parts.join("")}$`, "i").test(path);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Does the call have each stated member of the body, exactly? */
export function hasBody({ body }: RecordedCall, stated: CallPattern["body"], people: People): boolean {
  if (stated === undefined) return true;
  const actual = bodyObject(body);
  return Object.entries(stated).every(([name, value]) => isSame(named(value, people), actual[name]));
}

function bodyObject(body: Json | undefined): Readonly<Record<string, unknown>> {
  if (typeof body === "string") {
    try {
      return bodyObject(JSON.parse(body) as Json);
    } catch {
      return {};
    }
  }
  return typeof body === "object" && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
}

function named(value: unknown, people: People): unknown {
  if (typeof value === "string") return withIds(value, people);
  if (Array.isArray(value)) return value.map((each) => named(each, people));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, named(each, people)]));
}

/** Equal as JSON, whatever the order of keys. */
export function isSame(left: unknown, right: unknown): boolean {
  if (typeof left !== "object" || left === null || typeof right !== "object" || right === null) return left === right;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [mine, theirs] = [Object.entries(left), right as Readonly<Record<string, unknown>>];
  return mine.length === Object.keys(theirs).length && mine.every(([key, value]) => isSame(value, theirs[key]));
}

/** A call as a test would write it: people and groups by key. */
export function toldCall(call: RecordedCall, people: People): Readonly<Record<string, unknown>> {
  const { method, path } = shownCall(call);
  const told = path.split("/").map((segment) => {
    const key = keyOf(segment, people);
    return key === undefined ? withKeys(segment, people) : `{${key}}`;
  });
  const body =
    call.body === undefined ? {} : { body: JSON.parse(withKeys(JSON.stringify(call.body), people)) as unknown };
  return { [method.toLowerCase()]: told.join("/"), ...body };
}
