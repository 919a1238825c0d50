/** Session controls in their short form, and how those of several policies are carried together.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-session, read 2026-11-23. */

import type { PolicySessionControls } from "../shapes/conditional-access-policy";

export const SESSION_CONTROLS = [
  "signInFrequency",
  "persistentBrowser",
  "applicationEnforcedRestrictions",
  "cloudAppSecurity",
  "continuousAccessEvaluation",
  "disableResilienceDefaults",
  "secureSignInSession",
  "globalSecureAccessFilteringProfile",
] as const;

export type SessionControlName = (typeof SESSION_CONTROLS)[number];

export interface SessionControl {
  readonly name: SessionControlName;
  readonly value: string | true;
  /** Of two values of one control the higher is carried. */
  readonly strictness: number;
}

/** What a policy's session part switches on. */
export function readSession(session: PolicySessionControls | null | undefined): readonly SessionControl[] {
  if (!session) return [];
  const { applicationEnforcedRestrictions, secureSignInSession, globalSecureAccessFilteringProfile } = session;
  const profile = globalSecureAccessFilteringProfile;
  return [
    ...signInFrequency(session),
    ...persistentBrowser(session),
    ...(applicationEnforcedRestrictions?.isEnabled ? [switched("applicationEnforcedRestrictions")] : []),
    ...cloudAppSecurity(session),
    ...continuousAccessEvaluation(session),
    ...(session.disableResilienceDefaults ? [switched("disableResilienceDefaults")] : []),
    ...(secureSignInSession?.isEnabled ? [switched("secureSignInSession")] : []),
    ...(profile?.isEnabled ? [valued("globalSecureAccessFilteringProfile", profile.profileId ?? "", 1)] : []),
  ];
}

function switched(name: SessionControlName): SessionControl {
  return { name, value: true, strictness: 1 };
}

function valued(name: SessionControlName, value: string, strictness: number): SessionControl {
  return { name, value, strictness };
}

const HOURS: Readonly<Record<"hours" | "days", number>> = { hours: 1, days: 24 };

/** Shorter is stricter. */
function signInFrequency({ signInFrequency: frequency }: PolicySessionControls): readonly SessionControl[] {
  if (!frequency?.isEnabled) return [];
  if (frequency.frequencyInterval === "everyTime") return [valued("signInFrequency", "everyTime", 1)];
  const { value, type } = frequency;
  if (!value || !type) return [];
  return [valued("signInFrequency", `${value} ${type}`, 1 / (1 + value * HOURS[type]))];
}

function persistentBrowser({ persistentBrowser: browser }: PolicySessionControls): readonly SessionControl[] {
  if (!browser?.isEnabled || !browser.mode) return [];
  return [valued("persistentBrowser", browser.mode, browser.mode === "never" ? 1 : 0)];
}

const CLOUD_APP_STRICTNESS = { monitorOnly: 0, mcasConfigured: 1, blockDownloads: 2 } as const;

function cloudAppSecurity({ cloudAppSecurity: control }: PolicySessionControls): readonly SessionControl[] {
  if (!control?.isEnabled) return [];
  const type = control.cloudAppSecurityType ?? "mcasConfigured";
  return [valued("cloudAppSecurity", type, CLOUD_APP_STRICTNESS[type])];
}

const EVALUATION_STRICTNESS = { disabled: 0, strictEnforcement: 1, strictLocation: 2 } as const;

function continuousAccessEvaluation(session: PolicySessionControls): readonly SessionControl[] {
  const mode = session.continuousAccessEvaluation?.mode;
  return mode ? [valued("continuousAccessEvaluation", mode, EVALUATION_STRICTNESS[mode])] : [];
}

export interface MergedSession {
  readonly controls: Readonly<Record<string, string | true>>;
  /** Controls of which several values met; how Entra merges them is not documented, the strictest is given. */
  readonly contested: readonly SessionControlName[];
}

const NO_SESSION: MergedSession = { controls: {}, contested: [] };

export function mergeSessions(controls: readonly SessionControl[]): MergedSession {
  if (controls.length === 0) return NO_SESSION;
  const carried = new Map<SessionControlName, SessionControl>();
  const contested = new Set<SessionControlName>();
  for (const control of controls) {
    const known = carried.get(control.name);
    if (known && known.value !== control.value) contested.add(control.name);
    if (!known || control.strictness > known.strictness) carried.set(control.name, control);
  }
  const entries = [...carried.values()].map(({ name, value }) => [name, value] as const);
  return { controls: Object.fromEntries(entries), contested: [...contested] };
}
