/** An adoption of an object that Pulumi can't take over. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

const id = (workspace: string) =>
  `/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg-soc/providers/Microsoft.OperationalInsights/workspaces/${workspace}/providers/Microsoft.SecurityInsights/alertRules/83ba3057-9ea3-4759-bf6a-933f2e5bc7ee`;

export const notAdoptable: CheckInfo = {
  code: "PKT9040",
  severity: "error",
  title: "an object that can't be adopted",
  why: "What is in another workspace, group or scope would have to be made anew, which Pulumi refuses for what it takes over; and azure-native can't take over what is deployed through its generic resource: near-real-time rules and connections.",
  source:
    "https://github.com/pulumi/pulumi-azure-native/issues/4109; pkg/resource/deploy/step_generator.go 3.259.0 of https://github.com/pulumi/pulumi, read 2026-11-26",
  avoid: documents(tenant({ adopt: `adopt:\n  bad-address: ${id("law-other")}` }), rule()),
  prefer: documents(tenant({ adopt: `adopt:\n  bad-address: ${id("law-soc")}` }), rule()),
  nearMiss: documents(tenant({ adopt: `adopt:\n  bad-address: ${id("LAW-SOC").replace("rg-soc", "RG-Soc")}` }), rule()),
};
