import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv-draft-04";
import { expect, test } from "vitest";
import { compileTenant } from "../../src/compiler";
import { type Document, decodeFile, readDocuments } from "../../src/documents";

const shared = join(__dirname, "../../../shared");
const corpus = join(shared, "corpus/azure-sentinel-2021");
const files = existsSync(corpus) ? readdirSync(corpus).filter((file) => file.endsWith(".yaml")) : [];

/** The validator of an analytics rule's body, from the published ARM schema. It proves shape and ranges, not that Azure accepts the rule. */
function armValidator() {
  const schema = JSON.parse(readFileSync(join(shared, "data/arm/Microsoft.SecurityInsights.2024-09-01.json"), "utf8"));
  const definitions = JSON.parse(readFileSync(join(shared, "data/arm/definitions.json"), "utf8"));
  const ajv = new Ajv({ strict: false });
  ajv.addSchema(definitions, "https://schema.management.azure.com/schemas/common/definitions.json#");
  ajv.addSchema(schema, "arm");
  return ajv.compile({ $ref: "arm#/definitions/ScheduledAlertRuleProperties" });
}

const tenantText = `kind: Tenant
key: t
tenantId: 11111111-1111-4111-8111-111111111111
portal: azure
stage: enforce
workspace: { subscriptionId: 22222222-2222-4222-8222-222222222222, resourceGroup: rg, name: law }
`;

/** Top-level inputs that are not properties of the rule's body. */
const ENVELOPE = ["kind", "ruleId", "resourceGroupName", "workspaceName"];

test(`official rules compile without an error, to bodies that fit the ARM schema (${files.length} files)`, () => {
  const read = files.map((file) => ({
    file,
    ...readDocuments(decodeFile(file, readFileSync(join(corpus, file))).value),
  }));
  expect(read.filter(({ diagnostics }) => diagnostics.some(({ severity }) => severity === "error"))).toEqual([]);
  const [tenant] = readDocuments(decodeFile("tenant.yaml", Buffer.from(tenantText)).value).value;
  const documents: readonly Document[] = read.flatMap(({ value }) => value);
  if (tenant?.kind !== "Tenant" || files.length === 0) return;
  const { value: plan, diagnostics } = compileTenant(tenant, documents, {
    now: "2026-01-15T12:00:00Z",
    purpose: "deploy",
    beside: () => undefined,
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(plan?.resources.length).toBe(files.length);
  const validate = armValidator();
  const refused = (plan?.resources ?? []).flatMap(({ name, inputs }) => {
    const body = Object.fromEntries(Object.entries(inputs).filter(([key]) => !ENVELOPE.includes(key)));
    return validate(body) ? [] : [{ name, errors: validate.errors }];
  });
  expect(refused).toEqual([]);
  console.log(`ARM schema: ${plan?.resources.length} bodies valid`);
});
