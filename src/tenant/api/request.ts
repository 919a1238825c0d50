/** A call as an interface reads it: address taken apart, body as JSON. */

import type { Json } from "../../plan";
import type { ConnectorCall } from "../../playbook/run";

export interface ApiRequest {
  readonly method: string;
  /** Lower case; empty for a connector. */
  readonly host: string;
  /** Decoded, without empty ones. */
  readonly segments: readonly string[];
  /** Options of the query by their names as given. */
  readonly query: ReadonlyMap<string, string>;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Json | undefined;
  /** The virtual time of the call, ISO 8601 with milliseconds. */
  readonly at: string;
}

/** Reads a call; the query of a connector stands apart from its path. */
export function apiRequest(call: ConnectorCall): ApiRequest {
  const [, host = "", rest = ""] = /^https?:\/\/([^/?#]+)(.*)$/i.exec(call.uri ?? "") ?? ["", "", call.path ?? ""];
  const [path = "", query = ""] = splitOnce(rest.split("#")[0] ?? "", "?");
  return {
    method: call.method.toUpperCase(),
    host: host.toLowerCase(),
    segments: path
      .split("/")
      .filter((segment) => segment !== "")
      .map(decoded),
    query: new Map([...pairsOf(query), ...textPairs(call.queries)]),
    headers: new Map(textPairs(call.headers).map(([name, value]) => [name.toLowerCase(), value])),
    body: bodyOf(call.body),
    at: new Date(Date.parse(call.at)).toISOString(),
  };
}

function splitOnce(text: string, mark: string): readonly string[] {
  const index = text.indexOf(mark);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}

function pairsOf(query: string): readonly (readonly [string, string])[] {
  return query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [name = "", value = ""] = splitOnce(pair, "=");
      return [decoded(name), decoded(value.replaceAll("+", " "))] as const;
    });
}

function textPairs(value: Json | undefined): readonly (readonly [string, string])[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).map(([name, each]) => [name, typeof each === "string" ? each : JSON.stringify(each)]);
}

/** What is no valid escape stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A body given as text is read as JSON where it is some. */
function bodyOf(body: Json | undefined): Json | undefined {
  if (typeof body !== "string") return body;
  try {
    return JSON.parse(body) as Json;
  } catch {
    return body;
  }
}

export type JsonObject = { readonly [key: string]: Json };

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member of the body, whatever the case of its name: the services read JSON so. */
export function memberOf(value: Json | undefined, name: string): Json | undefined {
  if (!isJsonObject(value)) return undefined;
  if (Object.hasOwn(value, name)) return value[name];
  const key = Object.keys(value).find((each) => each.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : value[key];
}

export function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : value === undefined || value === null ? "" : JSON.stringify(value);
}

/** A list of texts; undefined for anything else. */
export function textsOf(value: Json | undefined): readonly string[] | undefined {
  return Array.isArray(value) && value.every((each) => typeof each === "string") ? (value as string[]) : undefined;
}
