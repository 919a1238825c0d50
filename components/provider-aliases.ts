/** The one place where aliases are taken away.
 *
 *  Each class of `@pulumi/azure-native` names itself also by every API version it ever had, 101 aliases for a scheduled rule. They serve
 *  only states that were written by programs of version 2 and older with versioned types; picket never wrote one. Each alias costs one
 *  Output with about six promises, and its text on the wire: nine tenths of the time and three quarters of the memory of a large stack
 *  (`npm run bench -- program`; known upstream as pulumi-azure-native issue 1493).
 *
 *  A `transformation` is the only hook that runs inside the resource's constructor, before the outputs are made; the newer `transforms` run
 *  in the engine, which is too late. */

import type { Alias, Input, ResourceTransformation } from "@pulumi/pulumi";

/** Drops the aliases of azure-native's own making, keeps all others. Children inherit it from the component that has it. */
export const withoutProviderAliases: ResourceTransformation = ({ props, opts }) => {
  const { aliases } = opts;
  if (!Array.isArray(aliases) || !aliases.some(isProviderAlias)) return undefined;
  return { props, opts: { ...opts, aliases: aliases.filter((alias) => !isProviderAlias(alias)) } };
};

/** `{ type: "azure-native:..." }` and nothing else: an alias of ours has a name or a parent. */
function isProviderAlias(alias: Input<string | Alias>): boolean {
  if (typeof alias !== "object" || !("type" in alias) || Object.keys(alias).length !== 1) return false;
  return typeof alias.type === "string" && alias.type.startsWith("azure-native:");
}
