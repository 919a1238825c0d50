/** The values of a document's parameters in a tenant: the tenant's own, else the defaults. */

import { type Diagnostic, didYouMean, finding, type Parsed } from "../../diagnostics";
import { parameterValue } from "../checks/parameter-value";
import { unknownParameter } from "../checks/unknown-parameter";
import type { Effective, Frame, ParameterValues } from "../frame";
import { fitted, type Parameter } from "./parameter-value";

/** A default that does not fit is told by the document's own check; here it counts as no value. */
export function parameterValues({ document }: Effective<"Scheduled">, { tenant }: Frame): Parsed<ParameterValues> {
  const parameters: Readonly<Record<string, Parameter>> = document.body.parameters ?? {};
  const own = tenant?.body.overrides?.[document.key] as
    | { readonly parameters?: Readonly<Record<string, unknown>> }
    | undefined;
  const given = own?.parameters ?? {};
  const diagnostics: Diagnostic[] = [];
  const at = (name: string, part?: "key") => tenant?.at(`/overrides/${document.key}/parameters/${name}`, part);
  for (const name of Object.keys(given).filter((each) => !(each in parameters))) {
    const help = didYouMean(name, Object.keys(parameters));
    const message = `\`${document.key}\` has no parameter \`${name}\``;
    diagnostics.push(finding(unknownParameter, { message, ...spanOf(at(name, "key")), ...(help ? { help } : {}) }));
  }
  const values = Object.entries(parameters).map(([name, parameter]) => {
    const fallback = fitted(parameter, parameter.default);
    const value = name in given ? fitted(parameter, given[name]) : fallback;
    if ("value" in value) return [name, value.value] as const;
    if (name in given) diagnostics.push(finding(parameterValue, { message: value.mistake, ...spanOf(at(name)) }));
    return [name, null] as const;
  });
  return { value: Object.fromEntries(values), diagnostics };
}

function spanOf<T>(at: T | undefined): { readonly at: T } | Record<string, never> {
  return at === undefined ? {} : { at };
}
