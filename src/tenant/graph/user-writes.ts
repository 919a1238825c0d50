/** Users: disabling and enabling, passwords, sessions. */

import { NO_CONTENT, ok, type Reply, refuse } from "../api/reply";
import { isJsonObject, memberOf, textOf } from "../api/request";
import { holdsRole, type User, userNamed } from "../directory";
import { badRequest, insufficientPrivileges, resourceNotFound } from "./graph-error";
import { type GraphCall, type GraphRoute, page } from "./graph-route";

/** Sets that suffice for each property. Source: https://learn.microsoft.com/graph/api/user-update, read 2026-11-25. */
const WIDE = [["User.ReadWrite.All"], ["Directory.ReadWrite.All"]] as const;
const ALLOWED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  accountEnabled: [["User.EnableDisableAccount.All", "User.Read.All"], ...WIDE],
  passwordProfile: [["User-PasswordProfile.ReadWrite.All"], ["Directory.ReadWrite.All"]],
};

export const userWriteRoutes: readonly GraphRoute[] = [
  {
    method: "PATCH",
    path: "/users/{user}",
    source: page("user-update"),
    // Which of them suffices depends on the properties that are written.
    allow: [["User.EnableDisableAccount.All"], ["User-PasswordProfile.ReadWrite.All"], ...WIDE],
    answer: updateUser,
  },
  {
    method: "POST",
    path: "/users/{user}/revokeSignInSessions",
    source: page("user-revokesigninsessions"),
    allow: [["User.RevokeSessions.All"], ["User.ReadWrite.All"], ["Directory.ReadWrite.All"]],
    answer: ({ tenant, request, parts }) => {
      const user = userNamed(tenant.directory, parts.user ?? "");
      if (!user) return resourceNotFound(request, parts.user ?? "");
      user.revocations += 1;
      user.properties.signInSessionsValidFromDateTime = request.at;
      return ok({ "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#Edm.Boolean", value: true });
    },
  },
];

function updateUser({ tenant, request, parts, caller }: GraphCall): Reply {
  const { body } = request;
  if (!isJsonObject(body)) return badRequest(request, "A valid JSON object is expected as the content.");
  const names = Object.keys(body);
  const unknown = names.find((name) => !Object.hasOwn(ALLOWED, name));
  if (unknown !== undefined) return refuse(`writing the property \`${unknown}\` of a user is not in the contract`);
  const user = userNamed(tenant.directory, parts.user ?? "");
  const isGranted = names.every((name) => ALLOWED[name]?.some((set) => set.every((each) => caller.graph.has(each))));
  if (!isGranted) return insufficientPrivileges(request);
  if (!user) return resourceNotFound(request, parts.user ?? "");
  // An application without a directory role of its own can't touch people who hold one.
  // Source: https://learn.microsoft.com/graph/api/resources/users#who-can-perform-sensitive-actions, read 2026-11-25.
  if (holdsRole(tenant.directory, user.id)) return insufficientPrivileges(request);
  return (
    written(user, body, request.at) ?? badRequest(request, "Invalid value specified for property of resource 'User'.")
  );
}

function written(user: User, body: GraphCall["request"]["body"], at: string): Reply | undefined {
  const enabled = memberOf(body, "accountEnabled");
  const profile = memberOf(body, "passwordProfile");
  if (enabled !== undefined && typeof enabled !== "boolean") return undefined;
  if (profile !== undefined && !isJsonObject(profile)) return undefined;
  if (enabled !== undefined) user.properties.accountEnabled = enabled;
  if (profile !== undefined && memberOf(profile, "password") !== undefined) {
    user.password = textOf(memberOf(profile, "password"));
    user.properties.lastPasswordChangeDateTime = at;
  }
  return NO_CONTENT;
}
