/** The values of a document's parameters in a tenant: the tenant's own, else the defaults. */

import { type Diagnostic, didYouMean, finding } from "../../diagnostics";
import { type DocumentOf, pointerStep } from "../../documents";
import { parameterValue } from "../checks/parameter-value";
import { unknownParameter } from "../checks/unknown-parameter";
import type { Frame, ParameterValues } from "../frame";
import { fitted, type Parameter, shownValues } from "./parameter-value";

export interface Values {
  /** As they are compiled. */
  readonly values: ParameterValues;
  /** As a person reads them. */
  readonly shown: ParameterValues;
  readonly diagnostics: readonly Diagnostic[];
}

/** A default that does not fit is told by the document's own check; here it counts as no value. */
export function parameterValues(
  { key, body }: DocumentOf<"Scheduled" | "NRT" | "HuntingQuery">,
  { tenant }: Frame,
): Values {
  const parameters: Readonly<Record<string, Parameter>> = body.parameters ?? {};
  const own = tenant?.body.overrides?.[key] as { readonly parameters?: Readonly<Record<string, unknown>> } | undefined;
  const given = own?.parameters ?? {};
  const diagnostics: Diagnostic[] = [];
  const report = (
    check: Parameters<typeof finding>[0],
    name: string,
    parts: { readonly message: string; readonly help?: string | undefined },
  ) => {
    const { message, help } = parts;
    const at = tenant?.at(`/overrides${pointerStep(key)}/parameters${pointerStep(name)}`);
    diagnostics.push(finding(check, { message, ...(at ? { at } : {}), ...(help === undefined ? {} : { help }) }));
  };
  for (const name of Object.keys(given).filter((each) => !Object.hasOwn(parameters, each))) {
    report(unknownParameter, name, {
      message: `\`${key}\` has no parameter \`${name}\``,
      help: didYouMean(name, Object.keys(parameters)),
    });
  }
  const pairs = Object.entries(parameters).map(([name, parameter]) => {
    const value = fitted(parameter, Object.hasOwn(given, name) ? given[name] : parameter.default);
    if ("value" in value) return [name, value.value] as const;
    if (Object.hasOwn(given, name)) report(parameterValue, name, { message: value.mistake });
    return [name, null] as const;
  });
  const values = Object.fromEntries(pairs);
  return { values, shown: shownValues(parameters, values), diagnostics };
}
