/** A hunting query becomes a saved search with the tags that the Hunting page reads. */

import type { Json } from "../../plan";
import type { KindCompiler } from "../frame";
import { parameterValues } from "../parameters/parameter-values";
import { compileQuery } from "../queries/compile-query";
import { ruleId } from "../rule-id";
import { activityOf } from "./activity";
import { dependencies } from "./dependencies";
import { checkRuleKeys } from "./rule-checks";
import { descriptionText } from "./rule-inputs";
import { savedSearch } from "./saved-search";

export const huntingQuery: KindCompiler<"HuntingQuery"> = {
  kind: "HuntingQuery",
  plane: "analytics",
  check: (document) => checkRuleKeys(document),
  compile: (effective, frame) => {
    const { document, body, stage, at } = effective;
    const values = parameterValues(document, frame);
    const entry = { key: document.key, kind: document.kind, title: body.name, stage, parameters: values.shown };
    const query = compileQuery(effective, frame, values.values);
    const resource = savedSearch({
      document,
      frame,
      id: ruleId(body),
      inputs: {
        category: "Hunting Queries",
        displayName: body.name,
        query: query.query.text,
        tags: tagsOf(body),
      },
      dependsOn: dependencies(body.query, frame),
      at: (path) => at(path === "/displayName" ? "/name" : path),
    });
    return {
      compiled: { entry, resources: [resource], query, activity: activityOf(document) },
      diagnostics: values.diagnostics,
    };
  },
};

interface Tagged {
  readonly description?: string | undefined;
  readonly tactics?: readonly string[] | undefined;
  readonly relevantTechniques?: readonly string[] | undefined;
}

/** Tags of the Hunting page: lists are joined by commas without spaces.
 *  Source: the packager of https://github.com/Azure/Azure-Sentinel and exports, read 2026-11-23. */
function tagsOf({ description, tactics = [], relevantTechniques = [] }: Tagged): Json | undefined {
  const tags = [
    { name: "description", value: description === undefined ? "" : descriptionText(description) },
    { name: "tactics", value: tactics.map((tactic) => tactic.replaceAll(" ", "")).join(",") },
    { name: "techniques", value: relevantTechniques.join(",") },
  ].filter(({ value }) => value !== "");
  return tags.length > 0 ? tags : undefined;
}
