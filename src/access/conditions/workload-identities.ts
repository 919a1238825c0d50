/** Workload identities: service principals that are registered in this tenant alone. Policies for users and groups never reach them.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/workload-identity, read 2026-11-23. */

import { filterFormula } from "../filters/filter-formula";
import { textDimensions } from "../filters/text-dimension";
import { type ConditionContext, idsOf } from "../model/condition";
import { ALWAYS, all, any, type Formula, NEVER, not } from "../model/formula";
import type { PolicyConditions } from "../shapes/conditional-access-policy";
import { isCoveredPrincipal, isPrincipalIn, isServicePrincipal } from "./identity";

const EVERY_PRINCIPAL = "serviceprincipalsinmytenant";

const attribute = textDimensions(
  "service principal attribute",
  ({ identity }, name) => (identity.kind === "servicePrincipal" ? (identity.attributes.get(name) ?? null) : null),
  (draft, name, value) => {
    draft.identity.customSecurityAttributes[name] = value;
  },
);

export function hasWorkloadSubject({ clientApplications }: PolicyConditions): boolean {
  if (!clientApplications) return false;
  const { includeServicePrincipals, servicePrincipalFilter } = clientApplications;
  return idsOf(includeServicePrincipals).length > 0 || Boolean(servicePrincipalFilter);
}

/** An including filter narrows "all owned service principals" and adds to single ones; an excluding filter always takes out. */
export function workloadFormula({ clientApplications }: PolicyConditions, context: ConditionContext): Formula {
  const included = idsOf(clientApplications?.includeServicePrincipals);
  const excluded = idsOf(clientApplications?.excludeServicePrincipals);
  const filter = clientApplications?.servicePrincipalFilter;
  const matching = filter
    ? filterFormula(filter, {
        pointer: "/conditions/clientApplications/servicePrincipalFilter/rule",
        refuse: context.refuse,
        attributes: { kind: "custom security", dimension: attribute },
      })
    : NEVER;
  const isEveryone = included.includes(EVERY_PRINCIPAL);
  const isIncluding = filter?.mode === "include";
  const everyone = isEveryone ? (isIncluding ? matching : ALWAYS) : NEVER;
  const single = isPrincipalIn(included.filter((id) => id !== EVERY_PRINCIPAL));
  return all(
    isServicePrincipal,
    isCoveredPrincipal,
    any(everyone, single, isIncluding ? matching : NEVER),
    not(excluded.includes(EVERY_PRINCIPAL) ? ALWAYS : isPrincipalIn(excluded)),
    filter?.mode === "exclude" ? not(matching) : ALWAYS,
  );
}
