/** What Graph has and `@pulumi/azuread` 6.9 can't express: proved and tested like everything else, refused for deployment by name.
 *  Source: types/input.d.ts of @pulumi/azuread 6.9.1 beside the resource pages of Graph, read 2026-11-25. */

import type { ConditionalAccessPolicy } from "../../access/check";

export interface NotDeployable {
  /** Into the policy. */
  readonly pointer: string;
  /** Graph's name of the property or value. */
  readonly property: string;
}

export function notDeployable(policy: ConditionalAccessPolicy): readonly NotDeployable[] {
  return [...missingConditions(policy), ...missingControls(policy)];
}

function* missingConditions({ conditions }: ConditionalAccessPolicy): Iterable<NotDeployable> {
  const { applications, clientApplications, devices, deviceStates } = conditions ?? {};
  const at = (path: string, value: unknown) =>
    saysSomething(value) ? [{ pointer: `/conditions/${path}`, property: path.replaceAll("/", ".") }] : [];
  yield* at("applications/applicationFilter", applications?.applicationFilter);
  yield* at(
    "applications/includeAuthenticationContextClassReferences",
    applications?.includeAuthenticationContextClassReferences,
  );
  yield* at("applications/networkAccess", applications?.networkAccess);
  yield* at("applications/globalSecureAccess", applications?.globalSecureAccess);
  for (const key of ["includeAgentIdServicePrincipals", "excludeAgentIdServicePrincipals"] as const)
    yield* at(`clientApplications/${key}`, clientApplications?.[key]);
  yield* at("clientApplications/agentIdServicePrincipalFilter", clientApplications?.agentIdServicePrincipalFilter);
  for (const key of ["includeDevices", "excludeDevices", "includeDeviceStates", "excludeDeviceStates"] as const)
    yield* at(`devices/${key}`, devices?.[key]);
  yield* at("deviceStates", deviceStates);
  yield* at("agents", conditions?.agents);
  yield* at("agentIdRiskLevels", conditions?.agentIdRiskLevels);
  yield* at("times", conditions?.times);
  // The provider takes one level, Graph several.
  if (conditions?.insiderRiskLevels?.includes(",")) yield* at("insiderRiskLevels", conditions.insiderRiskLevels);
}

function* missingControls({ grantControls, sessionControls }: ConditionalAccessPolicy): Iterable<NotDeployable> {
  const remediation = grantControls?.builtInControls?.indexOf("riskRemediation") ?? -1;
  if (remediation >= 0)
    yield { pointer: `/grantControls/builtInControls/${remediation}`, property: "grantControls riskRemediation" };
  for (const key of ["secureSignInSession", "globalSecureAccessFilteringProfile", "networkAccessSecurity"] as const)
    if (sessionControls?.[key]?.isEnabled)
      yield { pointer: `/sessionControls/${key}`, property: `sessionControls.${key}` };
  if (sessionControls?.continuousAccessEvaluation?.mode)
    yield {
      pointer: "/sessionControls/continuousAccessEvaluation",
      property: "sessionControls.continuousAccessEvaluation",
    };
}

/** Exports carry empty lists and objects for what is not configured. */
function saysSomething(value: unknown): boolean {
  if (value !== null && typeof value === "object") return Object.values(value).some(saysSomething);
  return value !== undefined && value !== null && value !== "";
}
