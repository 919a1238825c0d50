/** What can be wrong with the rule of a filter for devices, applications or service principals. */

import { FILTER_RULE_CHARS_MAX } from "../../azure";
import type { CheckInfo } from "../../diagnostics";
import { policyExample } from "./example";

const source =
  "https://learn.microsoft.com/entra/identity/conditional-access/concept-condition-filters-for-devices, read 2026-11-23";

const withRule = (rule: string) => () =>
  policyExample({ conditions: { devices: { deviceFilter: { mode: "exclude", rule } } } });

const syntax: CheckInfo = {
  code: "PKT3020",
  severity: "error",
  title: "a filter rule that can't be read",
  why: "The rule follows the syntax of dynamic groups: comparisons of a property with a value, joined by -and, -or and parentheses. The service refuses anything else.",
  source,
  avoid: withRule('device.model -eq "Surface" -and'),
  prefer: withRule('device.model -eq "Surface" -and device.isCompliant -eq True'),
  nearMiss: withRule('(device.displayName -eq "Lab -and" -and device.isCompliant -eq True)'),
};

const attribute: CheckInfo = {
  code: "PKT3021",
  severity: "error",
  title: "an attribute that a filter can't use",
  why: "A filter sees a fixed list of attributes; the service refuses a rule that names another.",
  source,
  avoid: withRule('device.serialNumber -eq "123"'),
  prefer: withRule('device.deviceId -eq "11111111-1111-4111-8111-111111111111"'),
  nearMiss: withRule('device.extensionAttribute15 -eq "SAW"'),
};

const operator: CheckInfo = {
  code: "PKT3022",
  severity: "error",
  title: "an operator that the attribute does not have",
  why: "Each attribute has its own operators; the service refuses the others.",
  source,
  avoid: withRule('device.trustType -startsWith "Server"'),
  prefer: withRule('device.trustType -eq "ServerAD"'),
  nearMiss: withRule('device.operatingSystem -startsWith "Windows"'),
};

const value: CheckInfo = {
  code: "PKT3023",
  severity: "error",
  title: "a value that the attribute does not have",
  why: "Some attributes have a fixed set of values, some hold ids, and only -in and -notIn take lists.",
  source,
  avoid: withRule('device.trustType -eq "Hybrid"'),
  prefer: withRule('device.trustType -eq "ServerAD"'),
  nearMiss: withRule(
    'device.deviceId -in ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"]',
  ),
};

const length: CheckInfo = {
  code: "PKT3024",
  severity: "error",
  title: "a filter rule that is too long",
  why: `The rule has at most ${FILTER_RULE_CHARS_MAX} characters. Rules that list many single devices are better kept as an extension attribute.`,
  source,
  avoid: withRule(`device.displayName -eq "${"x".repeat(FILTER_RULE_CHARS_MAX)}"`),
  prefer: withRule('device.extensionAttribute1 -eq "SAW"'),
  nearMiss: withRule(
    `device.enrollmentProfileName -eq "${"x".repeat(FILTER_RULE_CHARS_MAX - 'device.enrollmentProfileName -eq ""'.length)}"`,
  ),
};

export const filterChecks = { syntax, attribute, operator, value, length } as const;
