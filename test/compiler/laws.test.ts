/** Laws of the compiler, over generated documents. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { compileTenant } from "../../src/compiler";
import { kqlString } from "../../src/compiler/parameters/kql-literal";
import { sourceText } from "../../src/diagnostics";
import { type Document, readDocuments } from "../../src/documents";
import { canonicalJson, codeOf, type Plan } from "../../src/plan";

const context = { now: "2026-01-15T12:00:00Z", purpose: "deploy", beside: () => undefined } as const;
const SEED = 20_260_115;

interface File {
  readonly path: string;
  readonly text: string;
}

const tenantFile: File = {
  path: "tenants/t.yaml",
  text: `kind: Tenant
key: t
tenantId: 11111111-1111-4111-8111-111111111111
stage: enforce
workspace: { subscriptionId: 22222222-2222-4222-8222-222222222222, resourceGroup: rg, name: law }
`,
};

const slug = fc.stringMatching(/^[a-z]{3,8}-[a-z0-9]{1,6}$/);
const ruleDocument = fc.record({
  severity: fc.constantFrom("Low", "Medium", "High"),
  queryFrequency: fc.constantFrom("5m", "1h", "PT1H"),
  queryPeriod: fc.constantFrom("1h", "1d"),
  triggerOperator: fc.constantFrom("gt", "LessThan"),
  triggerThreshold: fc.integer({ min: 0, max: 10_000 }),
  description: fc.string({ maxLength: 40 }),
  kind: fc.constantFrom("Scheduled", undefined),
});
const rules = fc
  .uniqueArray(fc.tuple(slug, ruleDocument), { selector: ([key]) => key, minLength: 1, maxLength: 6 })
  .map((pairs) =>
    pairs.map(([key, body]) => ({ key, name: `Rule ${key}`, query: `SigninLogs | where AppId == "${key}"`, ...body })),
  );

function planOf(files: readonly File[]): Plan | undefined {
  const documents: readonly Document[] = files.flatMap(({ path, text }) => readDocuments(sourceText(path, text)).value);
  const tenant = documents.find((document) => document.kind === "Tenant");
  return tenant?.kind === "Tenant" ? compileTenant(tenant, documents, context).value : undefined;
}

const filesOf = (bodies: readonly { readonly key: string }[], folder: string): readonly File[] =>
  bodies.map((body) => ({ path: `${folder}/${body.key}.yaml`, text: stringify(body) }));

/** A Plan without what moving a file may change. */
const bare = (plan: Plan | undefined) =>
  canonicalJson(plan && { ...plan, resources: plan.resources.map(({ origin: _origin, ...rest }) => rest) });

describe("compile", () => {
  test("the order of documents changes no byte", () => {
    fc.assert(
      fc.property(rules, fc.nat(), (bodies, turn) => {
        const files = [tenantFile, ...filesOf(bodies, "rules")];
        const at = turn % files.length;
        const other = [...files.slice(at), ...files.slice(0, at)].reverse();
        expect(canonicalJson(planOf(other))).toBe(canonicalJson(planOf(files)));
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  test("moving a file, or giving a document a pack that the tenant takes, changes nothing deployed", () => {
    fc.assert(
      fc.property(rules, (bodies) => {
        const before = planOf([tenantFile, ...filesOf(bodies, "rules")]);
        const moved = planOf([tenantFile, ...filesOf(bodies, "rules/deep/er")]);
        const packed = planOf([
          tenantFile,
          ...filesOf(
            bodies.map((body) => ({ ...body, pack: "identity" })),
            "rules",
          ),
        ]);
        expect([bare(moved), bare(packed)]).toEqual([bare(before), bare(before)]);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe("parameters", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom(
      '"; drop',
      "\\",
      '\\"',
      "' or '",
      "\n| take 0",
      "//",
      "```",
      "\u2028",
      '")',
      "\ud800",
      '@"',
      "dynamic([])",
    ),
  );

  test("no text leaves its literal", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const literal = kqlString(text);
        expect(codeOf(`let a = ${literal};\nSigninLogs`)).toBe('let a = "";\nSigninLogs');
        expect(JSON.parse(literal)).toBe(text);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test("a tenant's text and list reach the query whole, whatever they hold", () => {
    fc.assert(
      fc.property(hostile, fc.array(hostile, { maxLength: 3 }), (text, list) => {
        const rule = {
          key: "bad-address",
          name: "Bad address",
          query: "SigninLogs | where AppId == name or AppId in (names)",
          queryFrequency: "1h",
          queryPeriod: "1h",
          triggerOperator: "gt",
          triggerThreshold: 0,
          parameters: {
            name: { type: "string", default: "", description: "a name" },
            names: { type: "string[]", default: [], description: "names" },
          },
        };
        const tenant = `${tenantFile.text}overrides: ${JSON.stringify({ "bad-address": { parameters: { name: text, names: list } } })}\n`;
        const plan = planOf([{ path: "tenants/t.yaml", text: tenant }, ...filesOf([rule], "rules")]);
        const lines = String(plan?.resources[0]?.inputs.query).split("\n");
        expect(lines).toEqual([
          `let name = ${kqlString(text)};`,
          `let names = dynamic([${list.map(kqlString).join(", ")}]);`,
          "SigninLogs | where AppId == name or AppId in (names)",
        ]);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});
