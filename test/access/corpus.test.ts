/** Real policies of public repositories, where they lie beside the project: all are read, and proofs run over whole repositories of them. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkPolicyDefinition } from "../../src/access/check";
import { askProof, askWhatIf, type Question, type SignIn } from "../../src/access/run";

const folder = join(__dirname, "../../../shared/corpus/conditional-access");
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.includes("__")) : [];

type Json = Record<string, unknown>;

const corpus = files.map((file) => ({
  repository: file.split("__")[0] ?? "",
  file,
  definition: JSON.parse(readFileSync(join(folder, file), "utf8").replace(/^\uFEFF/, "")) as Json,
}));

/** Graph refuses these, each for the reason that its code says: placeholders and names instead of ids (3041), lists and texts in the wrong place (3001), a control that
 *  does not exist (3004), no client apps (3032). */
const REFUSED_BY_GRAPH = new Set(["PKT3001", "PKT3004", "PKT3032", "PKT3041"]);

describe(`corpus of ${corpus.length} policies`, () => {
  test("errors are what Graph would refuse", () => {
    const others = corpus.flatMap(({ file, definition }) =>
      checkPolicyDefinition(definition)
        .filter(({ code, severity }) => severity === "error" && !REFUSED_BY_GRAPH.has(code))
        .map(({ code, message }) => `${file}: ${code} ${message}`),
    );
    expect(others).toEqual([]);
  });

  const repositories = [...new Set(corpus.map(({ repository }) => repository))];
  const PLACE = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  const directory = { namedLocations: [{ id: PLACE, displayName: "somewhere", countriesAndRegions: ["BE"] }] };
  const questions: readonly Question[] = [
    { kind: "mfaAlways", subjects: "all users but break-glass" },
    { kind: "legacyAlwaysBlocked", subjects: "all users but break-glass" },
    { kind: "noMfaPath", subjects: "guests" },
    { kind: "redundant" },
    { kind: "neverDecisive" },
    { kind: "neverApplies" },
  ];

  test.each(repositories.map((repository) => [repository]))("proofs over all of %s, turned on", (repository) => {
    const policies = corpus
      .filter((each) => each.repository === repository)
      .filter(
        ({ definition }) =>
          !checkPolicyDefinition(definition).some(({ code }) => code === "PKT3001" || code === "PKT3004"),
      )
      .map(({ file, definition }) => ({ ...definition, id: file, state: "enabled" }));
    expect(policies.length).toBeGreaterThan(0);
    for (const question of questions) {
      const { value, diagnostics } = askProof({ policies, directory, question });
      expect({ question, errors: diagnostics.filter(({ severity }) => severity === "error") }).toEqual({
        question,
        errors: [],
      });
      if (!value || !("witness" in value) || !value.witness) continue;
      const answer = askWhatIf({ policies, directory, signIn: value.witness as unknown as SignIn });
      expect(answer.value?.practice.result).not.toBe(undefined);
    }
  });
});
