/** Authentication methods of a user: listing and taking away. */

import { NO_CONTENT, refuse } from "../api/reply";
import { userNamed } from "../directory";
import { graphError, resourceNotFound } from "./graph-error";
import { anyOf, type GraphRoute, page } from "./graph-route";
import { listed } from "./odata";

const READ = anyOf("UserAuthenticationMethod.Read.All", "UserAuthenticationMethod.ReadWrite.All");

/** Types whose methods can be deleted, by the segment of their address.
 *  Source: https://learn.microsoft.com/graph/api/resources/authenticationmethods-overview, read 2026-11-25. */
const DELETABLE = [
  "email",
  "fido2",
  "microsoftAuthenticator",
  "phone",
  "platformCredential",
  "softwareOath",
  "temporaryAccessPass",
  "windowsHelloForBusiness",
];

export const authenticationRoutes: readonly GraphRoute[] = [
  {
    method: "GET",
    path: "/users/{user}/authentication/methods",
    source: page("authentication-list-methods"),
    allow: READ,
    answer: ({ tenant, request, parts }) => {
      const user = userNamed(tenant.directory, parts.user ?? "");
      if (!user) return resourceNotFound(request, parts.user ?? "");
      const items = user.methods.map(({ id, type, properties }) => ({
        "@odata.type": `#microsoft.graph.${type}AuthenticationMethod`,
        id,
        ...properties,
      }));
      return listed(request, { context: `users('${user.id}')/authentication/methods`, items });
    },
  },
  {
    method: "DELETE",
    path: "/users/{user}/authentication/{kind}/{method}",
    source: page("authenticationmethods-overview"),
    allow: anyOf("UserAuthenticationMethod.ReadWrite.All"),
    answer: ({ tenant, request, parts }) => {
      const type = DELETABLE.find((each) => `${each}methods`.toLowerCase() === parts.kind?.toLowerCase());
      if (type === undefined) return refuse(`deleting \`${parts.kind}\` of a user is not in the contract`);
      const user = userNamed(tenant.directory, parts.user ?? "");
      if (!user) return resourceNotFound(request, parts.user ?? "");
      const index = user.methods.findIndex((each) => each.id === parts.method && each.type === type);
      // UNVERIFIED: the words of the message; a tenant would settle them.
      if (index < 0)
        return graphError(request, 404, "resourceNotFound", "The requested authentication method was not found.");
      user.methods.splice(index, 1);
      return NO_CONTENT;
    },
  },
];
