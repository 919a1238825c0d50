/** The least application permission of Defender for Endpoint for a method and a path. */

import type { KnownCall, Need } from "./need";

/** WindowsDefenderATP. Source: https://learn.microsoft.com/defender-endpoint/api/exposed-apis-create-app-webapp, read 2026-11-23. */
const DEFENDER_APP_ID = "fc780465-2017-40d4-a0c5-307022471b92";

/** Method, path behind `/api`, permission. Source: https://learn.microsoft.com/defender-endpoint/api/exposed-apis-list, read 2026-11-23. */
const RULES: readonly (readonly [method: string, path: RegExp, value: string])[] = [
  ["POST", /^\/machines\/[^/]+\/(isolate|unisolate)$/i, "Machine.Isolate"],
  ["POST", /^\/machines\/[^/]+\/runAntiVirusScan$/i, "Machine.Scan"],
  ["POST", /^\/machines\/[^/]+\/(un)?restrictCodeExecution$/i, "Machine.RestrictExecution"],
  ["POST", /^\/machines\/[^/]+\/StopAndQuarantineFile$/i, "Machine.StopAndQuarantine"],
  ["POST", /^\/machines\/[^/]+\/collectInvestigationPackage$/i, "Machine.CollectForensics"],
  ["POST", /^\/machines\/[^/]+\/runliveresponse$/i, "Machine.LiveResponse"],
  ["POST", /^\/machines\/[^/]+\/tags$/i, "Machine.ReadWrite.All"],
  ["GET", /^\/(machines|machineactions)(\/.*)?$/i, "Machine.Read.All"],
  ["GET", /^\/alerts(\/.*)?$/i, "Alert.Read.All"],
  ["PATCH", /^\/alerts\/.+$/i, "Alert.ReadWrite.All"],
  ["POST", /^\/indicators(\/import)?$/i, "Ti.ReadWrite"],
  ["DELETE", /^\/indicators\/.+$/i, "Ti.ReadWrite"],
  ["POST", /^\/advancedqueries\/run$/i, "AdvancedQuery.Read.All"],
];

/** What a call to Defender needs; undefined when no rule knows it. */
export function defenderNeed({ method }: KnownCall, path: string): Need | undefined {
  const inner = path.replace(/^\/api(\/v1\.0)?/i, "");
  const value = RULES.find(([each, pattern]) => each === method && pattern.test(inner))?.[2];
  if (value === undefined) return undefined;
  return {
    kind: "rights",
    rights: [{ kind: "application", appId: DEFENDER_APP_ID, value }],
    source: "https://learn.microsoft.com/defender-endpoint/api/exposed-apis-list, read 2026-11-23",
  };
}
