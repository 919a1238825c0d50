/** All plugins of `evaluate`, by name. */

import { activityPlugins } from "./activity";
import { addressLookups } from "./address-lookup";
import { bagUnpack } from "./bag-unpack";
import type { PluginDefinition } from "./definition";
import { geoLookups } from "./geo-lookup";
import { narrow } from "./narrow";
import { pivot } from "./pivot";

export const plugins: readonly PluginDefinition[] = [
  ...activityPlugins,
  ...addressLookups,
  bagUnpack,
  ...geoLookups,
  narrow,
  pivot,
];

const byName: ReadonlyMap<string, PluginDefinition> = new Map(plugins.map((plugin) => [plugin.name, plugin]));

export function pluginNamed(name: string): PluginDefinition | undefined {
  return byName.get(name);
}
