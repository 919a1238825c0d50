/** What one writes without picket: the rules of a JSON file, each a typed class under one component, options as the package ships them;
 *  with `plain:stripped`, without the aliases that it ships. */

import { readFileSync } from "node:fs";
import { ScheduledAlertRule, type ScheduledAlertRuleArgs } from "@pulumi/azure-native/securityinsights";
import { ComponentResource, Config } from "@pulumi/pulumi";
import { withoutProviderAliases } from "../../components/provider-aliases";

interface Rule {
  readonly name: string;
  readonly inputs: ScheduledAlertRuleArgs;
}

const config = new Config("plain");
const rules = JSON.parse(readFileSync(config.require("rules"), "utf8")) as readonly Rule[];
const transformations = config.getBoolean("stripped") ? [withoutProviderAliases] : [];
const parent = new ComponentResource("plain:index:Rules", "rules", {}, { transformations });
for (const { name, inputs } of rules) new ScheduledAlertRule(name, inputs, { parent });
