/** MITRE ATT&CK as Sentinel takes it: its tactics, and the techniques that exist. */

import { ATTACK_TECHNIQUES } from "./generated/attack-techniques";

/** Tactics that an analytics rule may name.
 *  Source: https://learn.microsoft.com/rest/api/securityinsights/alert-rules/create-or-update, AttackTactic, API 2024-09-01, read 2026-11-23. */
export const TACTICS = [
  "Reconnaissance",
  "ResourceDevelopment",
  "InitialAccess",
  "Execution",
  "Persistence",
  "PrivilegeEscalation",
  "DefenseEvasion",
  "CredentialAccess",
  "Discovery",
  "LateralMovement",
  "Collection",
  "Exfiltration",
  "CommandAndControl",
  "Impact",
  "PreAttack",
  "ImpairProcessControl",
  "InhibitResponseFunction",
] as const;

export interface Technique {
  readonly id: string;
  readonly tactics: readonly string[];
  readonly state: "active" | "deprecated" | "revoked";
  /** Of a revoked technique, what took its place. */
  readonly successor?: string;
}

let known: ReadonlyMap<string, Technique> | undefined;

/** All techniques and sub-techniques by id; read on first use. */
export function techniques(): ReadonlyMap<string, Technique> {
  known ??= new Map(
    ATTACK_TECHNIQUES.trim()
      .split("\n")
      .map((line) => {
        const [id = "", tactics = "", state, successor] = line.split(" ");
        const isActive = state !== "revoked" && state !== "deprecated";
        return [
          id,
          {
            id,
            tactics: tactics === "" ? [] : tactics.split(","),
            state: isActive ? "active" : state,
            ...(successor ? { successor } : {}),
          } satisfies Technique,
        ];
      }),
  );
  return known;
}
