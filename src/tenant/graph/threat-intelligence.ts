/** Defender Threat Intelligence: what is known of a host. */

import { graphError, notLicensed } from "./graph-error";
import { anyOf, type GraphRoute, page } from "./graph-route";
import { shown } from "./odata";

export const threatRoutes: readonly GraphRoute[] = [
  {
    method: "GET",
    path: "/security/threatIntelligence/hosts/{host}/reputation",
    source: page("security-host-get-reputation"),
    allow: anyOf("ThreatIntelligence.Read.All"),
    options: ["$select"],
    answer: ({ tenant, request, parts }) => {
      if (!tenant.directory.licences.has("Defender TI")) return notLicensed(request);
      const reputation = tenant.reputations.get((parts.host ?? "").toLowerCase());
      if (!reputation) return graphError(request, 404, "NotFound", `The host '${parts.host}' was not found.`);
      return shown(request, reputation, { context: "security/threatIntelligence/hosts/reputation/$entity" });
    },
  },
];
