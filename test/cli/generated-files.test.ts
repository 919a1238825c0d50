import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ANSWERED_ALERTS } from "../../src/cli/content-manifest";
import { GENERATED_FOLDERS, generatedFiles } from "../../src/cli/generated-files";
import { exampleText } from "../../src/diagnostics";
import { documentChecks, editorSchemas, kinds } from "../../src/documents";
import { contentAnswers } from "../../src/operations";

const root = join(__dirname, "../..");

describe("generated files", () => {
  const files = generatedFiles(root);

  test("are what `npm run generate` would write", () => {
    const stale = [...files].filter(
      ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text,
    );
    expect(stale.map(([path]) => path)).toEqual([]);
  });

  test("are the only files in their folders", () => {
    const present = GENERATED_FOLDERS.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((path) => /\.(md|json)$/.test(path))
        .map((path) => `${folder}/${path}`),
    );
    expect(present.filter((path) => !files.has(path))).toEqual([]);
  });
});

describe("the parts of the answered alerts", () => {
  const answers = contentAnswers(root);

  test.each(ANSWERED_ALERTS.flatMap(({ rows }) => rows.map(({ what, documents }) => [what, documents] as const)))(
    "%s: has documents, and cases that show it",
    (_, documents) => {
      expect(documents.filter((key) => !answers.has(key))).toEqual([]);
      const cases = documents.flatMap((key) => answers.get(key)?.tests ?? []).map((each) => each.cases);
      expect(cases.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
    },
  );

  test("are one detection, four investigations and seven resolutions", () => {
    const parts = ANSWERED_ALERTS[0]?.rows.map(({ part }) => part);
    const count = (wanted: string) => parts?.filter((part) => part === wanted).length;
    expect([count("detection"), count("investigation"), count("resolution")]).toEqual([1, 4, 7]);
  });
});

describe("schemas for editors", () => {
  test("every key of every kind has a description", () => {
    const bare: string[] = [];
    const visit = (schema: unknown, path: string) => {
      const { properties, items, additionalProperties } = schema as Record<string, unknown>;
      for (const [key, value] of Object.entries((properties ?? {}) as Record<string, { description?: string }>)) {
        if (!value.description) bare.push(`${path}.${key}`);
        visit(value, `${path}.${key}`);
      }
      if (items) visit(items, `${path}[]`);
      if (typeof additionalProperties === "object") visit(additionalProperties, `${path}.*`);
    };
    for (const { kind, shape } of kinds) visit(shape, kind);
    expect(bare).toEqual([]);
  });

  test("the schema of documents takes what picket takes and refuses a wrong key", () => {
    const ajv = new Ajv({ strict: false });
    for (const [name, schema] of editorSchemas()) ajv.addSchema(schema, name);
    const validate = ajv.getSchema("document.json");
    const unknownKey = documentChecks.find(({ code }) => code === "PKT1021");
    const verdicts = [unknownKey?.prefer ?? "", unknownKey?.avoid ?? ""].map((example) =>
      validate?.(parse(exampleText(example))),
    );
    expect(verdicts).toEqual([true, false]);
  });
});
