/** Findings about what options ask for: told by the option, in the place of a pointer into a request that nobody wrote. */

import type { Diagnostic } from "../diagnostics";

/** The option for each pointer, and for all below it. */
export type OptionNames = Readonly<Record<string, string>>;

export function byOption(diagnostics: readonly Diagnostic[], options: OptionNames): readonly Diagnostic[] {
  return diagnostics.map((each) => {
    const { pointer, ...rest } = each;
    if (pointer === undefined) return each;
    const known = Object.keys(options).find((prefix) => pointer === prefix || pointer.startsWith(`${prefix}/`));
    return known === undefined ? rest : { ...rest, message: `${options[known]}: ${each.message}` };
  });
}
