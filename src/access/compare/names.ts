/** What things are called in a sentence: names where they are known, ids where not. */

import { BUILT_IN_STRENGTH_IDS, COMPLIANT_NETWORK_LOCATION_ID, entraRoles, firstPartyApps } from "../../azure";
import type { Directory } from "../shapes/directory";

export interface Names {
  readonly group: (id: string) => string;
  readonly role: (id: string) => string;
  readonly user: (id: string) => string;
  readonly app: (id: string) => string;
  readonly location: (id: string) => string;
  /** A control of an answer, such as `mfa` or `termsOfUse:<id>`. */
  readonly control: (name: string) => string;
}

/** Names that the caller knows, by id; they go before all others. */
export type KnownNames = Readonly<Record<string, string>>;

const STRENGTHS: Readonly<Record<string, string>> = {
  [BUILT_IN_STRENGTH_IDS.mfa]: "MFA by authentication strength",
  [BUILT_IN_STRENGTH_IDS.passwordless]: "passwordless MFA",
  [BUILT_IN_STRENGTH_IDS.phishingResistant]: "phishing-resistant MFA",
};

const CONTROLS: Readonly<Record<string, string>> = {
  mfa: "MFA",
  compliantDevice: "a compliant device",
  domainJoinedDevice: "a hybrid joined device",
  approvedApplication: "an approved app",
  compliantApplication: "an app protection policy",
  passwordChange: "a password change",
  riskRemediation: "risk remediation",
};

const PLACES: Readonly<Record<string, string>> = {
  alltrusted: "trusted locations",
  [COMPLIANT_NETWORK_LOCATION_ID]: "the compliant network",
};

export function namesFor(directory: Directory, known: KnownNames = {}): Names {
  const given = new Map(Object.entries(known).map(([id, name]) => [id.toLowerCase(), name]));
  const displayNames = new Map(
    [...(directory.namedLocations ?? []), ...(directory.authenticationStrengths ?? [])].flatMap((each) => {
      const { id, displayName } = each as { id?: unknown; displayName?: unknown };
      return typeof id === "string" && typeof displayName === "string"
        ? [[id.toLowerCase(), displayName] as const]
        : [];
    }),
  );
  const nameOf = (id: string, otherwise: string): string =>
    given.get(id.toLowerCase()) ?? displayNames.get(id.toLowerCase()) ?? otherwise;
  return {
    group: (id) => nameOf(id, `group \`${id}\``),
    role: (id) => nameOf(id, entraRoles().get(id)?.name ?? `role \`${id}\``),
    user: (id) => nameOf(id, `user \`${id}\``),
    app: (id) => nameOf(id, firstPartyApps().get(id)?.name ?? `application \`${id}\``),
    location: (id) => nameOf(id, PLACES[id] ?? `location \`${id}\``),
    control: (name) => {
      const [kind = "", id = ""] = name.split(":");
      if (kind === "authenticationStrength") return nameOf(id, STRENGTHS[id] ?? `authentication strength \`${id}\``);
      if (kind === "termsOfUse") return `terms of use ${nameOf(id, `\`${id}\``)}`;
      return CONTROLS[name] ?? `\`${name}\``;
    },
  };
}
