/** What can only be seen over all policies of a tenant, ours and the baseline's: who is locked out, what stands twice, how many there are. */

import { checkTenantTotals } from "../../access/check";
import { askProof, namesFor, type Question, type SignIn, signInWords, type Verdict } from "../../access/run";
import { type Diagnostic, finding, hasErrors, type Span } from "../../diagnostics";
import { accessNotProven } from "../checks/access/access-not-proven";
import { baselineTwin } from "../checks/access/baseline-twin";
import { breakGlassUnnamed } from "../checks/access/break-glass-unnamed";
import { lockOut } from "../checks/access/lock-out";
import { lockOutByBaseline } from "../checks/access/lock-out-by-baseline";
import { neverLockedOut } from "../checks/access/never-locked-out";
import type { ResolvedTenant } from "../tenants/resolved-tenant";
import type { GraphObject, TenantAccess } from "./tenant-access";

export interface AccessPlace {
  readonly tenant: ResolvedTenant;
  /** Where a part of a policy of ours stands. */
  readonly policyAt: (key: string, pointer: string) => Span;
}

/** Only asked where every policy by itself is sound. */
export function accessFindings(access: TenantAccess, place: AccessPlace): readonly Diagnostic[] {
  if (access.ours.size === 0) return [];
  return [...totalFindings(access, place), ...twinFindings(access, place), ...lockOutFindings(access, place)];
}

function totalFindings({ deployed, ours, directory }: TenantAccess, { tenant, policyAt }: AccessPlace) {
  return checkTenantTotals(deployed, directory.namedLocations ?? []).flatMap(
    ({ pointer = "", ...each }): Diagnostic[] => {
      const [, index, rest = ""] = /^\/policies\/(\d+)(.*)$/.exec(pointer) ?? [];
      if (index === undefined) return [{ ...each, at: tenant.at("") }];
      const id = String(deployed[Number(index)]?.id);
      return ours.has(id) ? [{ ...each, at: policyAt(id, rest) }] : [];
    },
  );
}

/** A policy of ours under the name of another one: adopt it, or there will be two. */
function twinFindings({ deployed, ours, baseline }: TenantAccess, { policyAt }: AccessPlace): readonly Diagnostic[] {
  const others = new Map((baseline?.policies ?? []).map((policy) => [String(policy.displayName), policy] as const));
  return deployed.flatMap((policy) => {
    const [key, twin] = [String(policy.id), others.get(String(policy.displayName))];
    if (!ours.has(key) || !twin) return [];
    const message = `the tenant has a policy \`${String(policy.displayName)}\` already`;
    const help = `\`adopt: { ${key}: ${String(twin.id)} }\` in the tenant takes it over`;
    return [finding(baselineTwin, { message, help, at: policyAt(key, "/displayName") })];
  });
}

const ABOUT_BREAK_GLASS = ["neverBlocked", "permanentlyBlocked"] as const;

function lockOutFindings(access: TenantAccess, place: AccessPlace): readonly Diagnostic[] {
  const { tenant } = place;
  if (!access.directory.breakGlassGroup && !access.directory.breakGlass?.length) {
    const message = `the tenant \`${tenant.key}\` names no emergency accounts: nothing proves that somebody still gets in`;
    const help = "add `breakGlass: { group: <object id> }`";
    return [finding(breakGlassUnnamed, { message, help, at: tenant.at("") })];
  }
  const told = new Set<string>();
  const found: Diagnostic[] = [];
  for (const [when, policies] of [
    ["as deployed", access.deployed],
    ["once promoted", access.promoted],
  ] as const) {
    const answer = lockedOut(access, policies);
    if (!answer.verdicts) return notProven(answer.diagnostics, place);
    for (const verdict of answer.verdicts) found.push(...blamed(verdict, { access, place, when, told }));
  }
  return found.length > 0 ? found : [provedFinding(access, place)];
}

/** The verdicts that shut the emergency accounts out. */
function lockedOut({ directory }: TenantAccess, policies: readonly GraphObject[]) {
  const verdicts: Verdict[] = [];
  for (const kind of ABOUT_BREAK_GLASS) {
    const question: Question = { kind, subjects: "break-glass" };
    const { value, diagnostics } = askProof({ policies, directory, question });
    if (!value || !("holds" in value)) return { diagnostics };
    const isShutOut = kind === "neverBlocked" ? !value.holds : value.holds;
    if (isShutOut) verdicts.push(value);
  }
  return { verdicts, diagnostics: [] as readonly Diagnostic[] };
}

interface Blame {
  readonly access: TenantAccess;
  readonly place: AccessPlace;
  readonly when: string;
  /** Policies that were told before. */
  readonly told: Set<string>;
}

function blamed({ policies = [], witness }: Verdict, { access, place, when, told }: Blame): readonly Diagnostic[] {
  const news = policies.filter((id) => !told.has(id));
  for (const id of news) told.add(id);
  const names = namesFor(access.directory, access.names);
  const example = witness ? `: ${signInWords(witness as unknown as SignIn, names)}` : "";
  const scope = scopeWords(access);
  const ours = news.filter((id) => access.ours.has(id));
  const own = ours.map((id) => {
    const message = `the emergency accounts can be locked out ${when}${example}`;
    const help = `leave them out (\`excludeGroups: [break-glass]\`); judged over ${scope}`;
    return finding(lockOut, { message, help, at: place.policyAt(id, "/displayName") });
  });
  const others = news.filter((id) => !access.ours.has(id));
  // Where a policy of ours is to blame as well, it is told there.
  if (ours.length > 0 || others.length === 0) return own;
  const titles = others.map((id) => {
    const title = access.deployed.find((policy) => policy.id === id)?.displayName;
    return `\`${typeof title === "string" ? title : id}\``;
  });
  const message = `other policies of the tenant can lock the emergency accounts out: ${titles.join(", ")}${example}`;
  return [...own, finding(lockOutByBaseline, { message, at: place.tenant.at("/access/baseline") })];
}

/** Over which policies a verdict holds. */
export function scopeWords({ ours, baseline, isComplete }: TenantAccess): string {
  const own = `${ours.size} ${ours.size === 1 ? "policy" : "policies"} of this Plan`;
  if (!baseline) return `${own}; what else the tenant has is not known`;
  const others = `${baseline.policies.length} of the baseline`;
  return isComplete ? `${own} and ${others}, which is complete` : `${own} and ${others}, which may not be all`;
}

function provedFinding(access: TenantAccess, { tenant }: AccessPlace): Diagnostic {
  const message = `the emergency accounts are never locked out, as deployed and once promoted: proved over ${scopeWords(access)}`;
  return finding(neverLockedOut, { message, at: tenant.at("/breakGlass") });
}

function notProven(diagnostics: readonly Diagnostic[], { tenant }: AccessPlace): readonly Diagnostic[] {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  const message = `nothing can be proved of the tenant \`${tenant.key}\`: ${first?.message ?? "no answer"}${more}`;
  const isBaseline = tenant.body.access?.baseline !== undefined;
  const help = "what is named has to be in the documents or in `access.baseline`";
  return hasErrors(diagnostics)
    ? [finding(accessNotProven, { message, help, at: tenant.at(isBaseline ? "/access/baseline" : "/breakGlass") })]
    : [];
}
