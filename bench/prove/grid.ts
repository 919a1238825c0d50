/** A fixed grid of 5,760 sign-ins, as the best open web tool sweeps it, and holes in a set of policies that it may or may not show.
 *  The grid's axes are those of haakonwibe/ca-simulator as described in its documentation, read 2026-11-23. */

import { askProof, type SignIn, whatIfAnswerer } from "../../src/access/run";
import { realisticDirectory, realisticPolicies } from "./realistic-policies";

type Json = Record<string, unknown>;

const APPS = [
  "00000002-0000-0ff1-ce00-000000000000",
  "797f4846-ba00-4fd7-ba43-dac1f8f63013",
  "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe",
];
const GLOBAL_ADMINISTRATOR = {
  roleTemplateId: "62e90394-69f5-4237-9190-012177145e10",
  directoryScopeId: "/",
  isBuiltIn: true,
};

/** Member, guest and administrator; three apps, five platforms, four clients, a trusted address and another, two risks of four levels. */
export function grid(): readonly SignIn[] {
  const somebody = {
    type: "user" as const,
    id: "0e0e0e0e-0000-4000-8000-000000000001",
    groups: [],
    roles: [],
    external: null,
  };
  const people = [
    somebody,
    { ...somebody, external: { type: "b2bCollaborationGuest", tenantId: "7e4a0000-0000-4000-8000-000000000001" } },
    { ...somebody, roles: [GLOBAL_ADMINISTRATOR] },
  ];
  const signIns: SignIn[] = [];
  for (const identity of people)
    for (const appId of APPS)
      for (const devicePlatform of ["windows", "macOS", "iOS", "android", "linux"])
        for (const clientAppType of ["browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "other"])
          for (const ipAddress of ["203.0.0.1", "192.0.2.1"])
            for (const signIn of ["none", "low", "medium", "high"])
              for (const user of ["none", "low", "medium", "high"])
                signIns.push({
                  identity,
                  resource: { appId },
                  devicePlatform,
                  clientAppType,
                  network: { ipAddress, country: null },
                  device: { registered: false },
                  risk: { signIn, user },
                  authenticationFlow: "none",
                  originalTransferMethod: null,
                });
  return signIns;
}

/** A change of one policy that opens something. */
export const HOLES: readonly { readonly name: string; readonly open: (policies: Json[]) => Json[] }[] = [
  { name: "a role is no longer asked for MFA", open: (policies) => without(policies, 2) },
  { name: "one group's devices are no longer checked", open: (policies) => without(policies, 3) },
  {
    name: "an exclusion group is added",
    open: (policies) => changed(policies, 0, "users", { excludeGroups: ["e0000000-0000-4000-8000-000000000001"] }),
  },
  { name: "device code flow is open", open: (policies) => without(policies, 11) },
  { name: "a country is open for one application", open: (policies) => without(policies, 5) },
  { name: "a workstation filter is gone", open: (policies) => without(policies, 10) },
  { name: "unknown platforms are open", open: (policies) => without(policies, 8) },
  { name: "legacy clients are open", open: (policies) => without(policies, 1) },
];

function without(policies: Json[], archetype: number): Json[] {
  return policies.filter((_, index) => index % 15 !== archetype);
}

function changed(policies: Json[], at: number, key: string, part: Json): Json[] {
  return policies.map((policy, index) => {
    if (index !== at) return policy;
    const conditions = policy.conditions as Record<string, Json>;
    return { ...policy, conditions: { ...conditions, [key]: { ...conditions[key], ...part } } };
  });
}

export interface FoundHoles {
  readonly gridSize: number;
  readonly holes: readonly { readonly name: string; readonly byGrid: boolean; readonly byProver: boolean }[];
}

export function findHoles(): FoundHoles {
  const signIns = grid();
  const before = realisticPolicies(40);
  const directory = realisticDirectory;
  const answers = (policies: readonly Json[]) => outcomes(policies, signIns);
  const old = answers(before);
  const holes = HOLES.map(({ name, open }) => {
    const policies = open(before);
    const { value } = askProof({ policies, before, directory, question: { kind: "diff" } });
    const byProver = value !== undefined && "changes" in value && value.changes.length > 0;
    return { name, byGrid: answers(policies).some((answer, index) => answer !== old[index]), byProver };
  });
  return { gridSize: signIns.length, holes };
}

function outcomes(policies: readonly Json[], signIns: readonly SignIn[]): readonly string[] {
  const { value: answer } = whatIfAnswerer({ policies, directory: realisticDirectory });
  if (!answer) throw new Error("the policies are sound");
  return signIns.map((signIn) => {
    const { value } = answer(signIn);
    return JSON.stringify([value?.result, value?.controls, value?.session]);
  });
}
