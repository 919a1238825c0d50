/** All that decides over access in a tenant: our policies as deployed and as promoted, the baseline, and what is known of the directory. */

import type { AuthenticationStrength, ConditionalAccessPolicy, NamedLocation } from "../../access/check";
import type { Directory, KnownNames } from "../../access/run";
import { roleIdOf } from "../../azure";
import type { Diagnostic, Parsed } from "../../diagnostics";
import type { Compiled, Frame } from "../frame";
import { type Baseline, readBaseline } from "./baseline";

/** A policy of ours in this tenant, with ids for names. */
export interface CompiledPolicy {
  readonly key: string;
  /** In the state that is deployed. */
  readonly policy: ConditionalAccessPolicy;
  /** What the document itself wants, whatever the stage. */
  readonly ownState: NonNullable<ConditionalAccessPolicy["state"]>;
}

export interface CompiledLocation {
  readonly key: string;
  readonly location: NamedLocation;
}

export interface CompiledStrength {
  readonly key: string;
  readonly strength: AuthenticationStrength;
}

export type GraphObject = Readonly<Record<string, unknown>>;

export interface TenantAccess {
  /** Policies as they will be deployed; ours have their key as id. */
  readonly deployed: readonly GraphObject[];
  /** The same once every policy of ours that its document does not switch off is enabled. */
  readonly promoted: readonly GraphObject[];
  /** Keys of the policies that are ours. */
  readonly ours: ReadonlySet<string>;
  readonly directory: Directory;
  /** Groups, locations and strengths by key: the id that they have here. */
  readonly ids: ReadonlyMap<string, string>;
  /** What things are called, by id. */
  readonly names: KnownNames;
  readonly baseline: Baseline | undefined;
  readonly isComplete: boolean;
}

/** No value where the baseline can't be read. */
export function tenantAccess(compiled: readonly Compiled[], frame: Frame): Parsed<TenantAccess | undefined> {
  const { access } = frame;
  const baseline = readBaseline(frame);
  if (baseline.diagnostics.length > 0) return { value: undefined, diagnostics: baseline.diagnostics };
  const adopted = new Set(Object.values(frame.tenant?.body.adopt ?? {}).map(lastStep));
  const others = (baseline.value?.policies ?? []).filter(({ id }) => !adopted.has(String(id).toLowerCase()));
  const ours = compiled.flatMap(({ policy }) => policy ?? []);
  const withId = ({ key, policy }: CompiledPolicy): GraphObject => ({ ...policy, id: key });
  const promoted = (each: CompiledPolicy): GraphObject =>
    each.ownState === "disabled" ? withId(each) : { ...withId(each), state: "enabled" };
  const value: TenantAccess = {
    deployed: [...ours.map(withId), ...others],
    promoted: [...ours.map(promoted), ...others],
    ours: new Set(ours.map(({ key }) => key)),
    directory: directoryOf(compiled, frame, baseline.value),
    ids: new Map(
      [...access.groups, ...access.locations, ...access.strengths].map(([key, { id }]) => [key, id] as const),
    ),
    names: namesOf(compiled, frame),
    baseline: baseline.value && { ...baseline.value, policies: others },
    isComplete: frame.tenant?.body.access?.complete === true,
  };
  return { value, diagnostics: [] as readonly Diagnostic[] };
}

function lastStep(id: string): string {
  return (id.split("/").at(-1) ?? id).toLowerCase();
}

function directoryOf(compiled: readonly Compiled[], frame: Frame, baseline: Baseline | undefined): Directory {
  const { access, today } = frame;
  const ourLocations = compiled.flatMap(({ location }) => {
    const id = location && access.locations.get(location.key)?.id;
    return location && hasContent(location.location) && id ? [{ ...location.location, id }] : [];
  });
  const ourStrengths = compiled.flatMap(({ strength }) => {
    const id = strength && access.strengths.get(strength.key)?.id;
    return strength?.strength.allowedCombinations && id ? [{ ...strength.strength, id }] : [];
  });
  const known = new Set([...ourLocations, ...ourStrengths].map(({ id }) => id));
  const others = (objects: Directory["namedLocations"]) =>
    (objects ?? []).filter(({ id }) => !known.has(String(id).toLowerCase()));
  const { directory = {} } = baseline ?? {};
  return {
    asOf: today,
    ...directory,
    namedLocations: [...others(directory.namedLocations), ...(ourLocations as GraphObject[])],
    authenticationStrengths: [...others(directory.authenticationStrengths), ...(ourStrengths as GraphObject[])],
    ...breakGlassIn(frame, directory),
  };
}

/** A location that is only named has its content in the baseline. */
function hasContent({ ipRanges, countriesAndRegions }: NamedLocation): boolean {
  return Boolean(ipRanges ?? countriesAndRegions);
}

function breakGlassIn({ access, tenant }: Frame, directory: Directory): Partial<Directory> {
  const { breakGlass } = access;
  if (!breakGlass || !tenant) return {};
  const { alsoIn } = tenant.body.breakGlass ?? {};
  const { group, users } = breakGlass;
  const isListed = group !== undefined && users.length > 0;
  const roles = (alsoIn ?? []).flatMap((name) => roleIdOf(name) ?? []);
  const groups = (alsoIn ?? []).filter((name) => roleIdOf(name) === undefined);
  return {
    breakGlass: [...users],
    ...(group === undefined ? {} : { breakGlassGroup: group }),
    ...(isListed ? { groups: { ...directory.groups, [group]: [...users] } } : {}),
    ...(alsoIn
      ? { breakGlassAlsoIn: { roles, groups: groups.map((name) => access.groups.get(name)?.id ?? name) } }
      : {}),
  };
}

function namesOf(compiled: readonly Compiled[], { access, tenant }: Frame): KnownNames {
  const named = [...access.groups.values(), ...access.locations.values(), ...access.strengths.values()];
  const titles = named.map(({ id, document }) => {
    const title = (document.body as { readonly displayName?: string | null }).displayName;
    return [id, `\`${title ?? document.key}\``] as const;
  });
  const { group, name, users = [] } = tenant?.body.breakGlass ?? {};
  const policies = compiled.flatMap(({ policy }) =>
    policy ? [[policy.key, policy.policy.displayName ?? policy.key] as const] : [],
  );
  return Object.fromEntries([
    ...titles,
    ...policies,
    ...(group === undefined ? [] : [[group.toLowerCase(), `\`${name ?? "break-glass"}\``] as const]),
    ...users.map((id) => [id.toLowerCase(), `emergency account \`${id}\``] as const),
  ]);
}
