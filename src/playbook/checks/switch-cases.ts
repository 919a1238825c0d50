/** PKT4109: the cases of a Switch. */

import { SWITCH_CASES_MAX } from "../actions/switch";
import { below, isJsonObject, memberOf } from "../workflow/pointer";
import { isType } from "../workflow/workflow";
import { workflowText } from "./example-workflow";
import { ACTIONS_SOURCE, at, type WorkflowCheck } from "./workflow-check";

const example = (cases: object) =>
  workflowText({ Choose: { type: "Switch", expression: "@triggerBody()?['kind']", cases, default: { actions: {} } } });

export const switchCases: WorkflowCheck = {
  code: "PKT4109",
  severity: "error",
  title: "a Switch with too many cases, a case twice, or a case without value",
  why: "The service takes at most 25 cases, each with a value of its own.",
  source: ACTIONS_SOURCE,
  avoid: example({ A: { case: "x", actions: {} }, B: { case: "x", actions: {} } }),
  prefer: example({ A: { case: "x", actions: {} }, B: { case: "y", actions: {} } }),
  nearMiss: example({ A: { case: 1, actions: {} }, B: { case: "1", actions: {} } }),
  run: function* ({ actions }) {
    for (const action of actions.filter((each) => isType(each, "Switch"))) {
      const cases = memberOf(action.json, "cases");
      if (!isJsonObject(cases)) continue;
      const count = Object.keys(cases).length;
      if (count > SWITCH_CASES_MAX)
        yield at(switchCases, action, `the Switch has ${count} cases; at most ${SWITCH_CASES_MAX} are allowed`);
      const seen = new Map<string, string>();
      for (const [name, each] of Object.entries(cases)) {
        const value = memberOf(each, "case");
        const key = JSON.stringify(value) ?? "";
        const other = seen.get(key);
        const place = { pointer: below(action.pointer, "cases", name) };
        if (value === undefined) yield at(switchCases, action, `the case \`${name}\` has no value`, place);
        else if (other !== undefined)
          yield at(switchCases, action, `the cases \`${other}\` and \`${name}\` have the same value`, place);
        seen.set(key, name);
      }
    }
  },
};
