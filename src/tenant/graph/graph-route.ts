/** One call of Microsoft Graph as its page documents it. */

import type { Caller } from "../api/caller";
import type { Reply } from "../api/reply";
import type { ApiRequest } from "../api/request";
import type { Route } from "../api/route";
import type { Tenant } from "../tenant";

export interface GraphCall {
  readonly tenant: Tenant;
  readonly request: ApiRequest;
  readonly parts: Readonly<Record<string, string>>;
  readonly caller: Caller;
}

export interface GraphRoute extends Route {
  /** Sets of application permissions; a caller that holds all of one set may call. From the page's table of permissions. */
  readonly allow: readonly (readonly string[])[];
  /** Query options that are answered; others are refused by name. */
  readonly options?: readonly string[];
  readonly answer: (call: GraphCall) => Reply;
}

/** The source of a route: a page of the reference. */
export function page(name: string): string {
  return `https://learn.microsoft.com/graph/api/${name}, read 2026-11-25`;
}

/** Each permission alone. */
export function anyOf(...values: readonly string[]): readonly (readonly string[])[] {
  return values.map((value) => [value]);
}

export const READ_USERS = anyOf("User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All");

export const READ_MEMBERSHIPS: readonly (readonly string[])[] = [
  ["User.Read.All", "GroupMember.Read.All"],
  ["User.Read.All", "Group.Read.All"],
  ["User.Read.All", "GroupMember.ReadWrite.All"],
  ["Directory.Read.All"],
  ["Directory.ReadWrite.All"],
];
