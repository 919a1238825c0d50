/** What one writes without picket: the rules of a JSON file, each a typed class under one component, options as the package ships them. */

import { readFileSync } from "node:fs";
import { ScheduledAlertRule, type ScheduledAlertRuleArgs } from "@pulumi/azure-native/securityinsights";
import { ComponentResource, Config } from "@pulumi/pulumi";

interface Rule {
  readonly name: string;
  readonly inputs: ScheduledAlertRuleArgs;
}

const rules = JSON.parse(readFileSync(new Config("plain").require("rules"), "utf8")) as readonly Rule[];
const parent = new ComponentResource("plain:index:Rules", "rules");
for (const { name, inputs } of rules) new ScheduledAlertRule(name, inputs, { parent });
