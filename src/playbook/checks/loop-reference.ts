/** PKT4203, PKT4204, PKT4205: what may be read of loops, and from where. */

import { actionDefinition } from "../actions/registry";
import { actionReferences, containersAround, isLoop } from "../workflow/action-references";
import { type CallUse, callUses, literalArgument } from "../workflow/uses";
import { type Action, ancestorsOf, isType } from "../workflow/workflow";
import { after, workflowText } from "./example-workflow";
import { atUse, FUNCTIONS_SOURCE, type WorkflowCheck } from "./workflow-check";

const loop = (actions: object, parts: object = {}) => ({
  type: "Foreach",
  foreach: "@triggerBody()",
  actions,
  ...parts,
});
const copy = (inputs: string, parts: object = {}) => ({ type: "Compose", inputs, ...parts });

export const itemsOutsideLoop: WorkflowCheck = {
  code: "PKT4203",
  severity: "error",
  title: "`items()` or `iterationIndexes()` names a loop that is not around the action",
  why: "The service refuses it: the loop must be a parent of the action.",
  source: FUNCTIONS_SOURCE,
  avoid: workflowText({ Each: loop({}), Copy: copy("@items('Each')", after("Each")) }),
  prefer: workflowText({ Each: loop({ Copy: copy("@items('each')") }) }),
  nearMiss: workflowText({
    Each: loop({ Inner: loop({ Copy: copy("@items('Each')") }, { foreach: "@items('Each')?['ids']" }) }),
  }),
  run: function* (workflow) {
    for (const each of callUses(workflow)) {
      const name = literalArgument(each.call);
      const wanted = each.call.name.toLowerCase();
      if (name === undefined || (wanted !== "items" && wanted !== "iterationindexes")) continue;
      const isFitting = (action: Action) =>
        isLoop(action) || (wanted === "iterationindexes" && isType(action, "Until"));
      const around = containersAround(each).some(
        (action) => isFitting(action) && action.name.toLowerCase() === name.toLowerCase(),
      );
      if (around) continue;
      yield atUse(
        itemsOutsideLoop,
        each.use,
        `\`${each.call.name}\` names \`${name}\`, which is not a loop around this place`,
      );
    }
  },
};

export const itemOutsideLoop: WorkflowCheck = {
  code: "PKT4204",
  severity: "error",
  title: "`item()` outside of a loop and of a data operation",
  why: "There is no item there: `item()` is for the actions of a Foreach, and for the conditions and columns of Query, Select and Table.",
  source: FUNCTIONS_SOURCE,
  avoid: workflowText({ Copy: copy("@item()?['id']") }),
  prefer: workflowText({
    Keep: { type: "Query", inputs: { from: "@triggerBody()", where: "@equals(item()?['id'], 1)" } },
  }),
  nearMiss: workflowText({ Each: loop({ Copy: copy("@item()?['id']") }) }),
  run: function* (workflow) {
    for (const each of callUses(workflow)) {
      if (each.call.name.toLowerCase() !== "item" || isItemKnown(each)) continue;
      yield atUse(itemOutsideLoop, each.use, "`item()` is used outside of a loop and of a data operation");
    }
  },
};

function isItemKnown(each: CallUse): boolean {
  const { owner, path } = each.use;
  if (owner.kind === "trigger") return /^(splitOn|inputs\/splitOn)/i.test(path);
  if (owner.kind === "outputs") return false;
  const members = actionDefinition(owner.action.type)?.itemMembers ?? [];
  const isOwnItem = members.some((member) => path.toLowerCase().startsWith(member.toLowerCase()));
  return isOwnItem || containersAround(each).some(isLoop);
}

export const loopActionFromOutside: WorkflowCheck = {
  code: "PKT4205",
  severity: "error",
  title: "an expression reads an action that is two loops deeper",
  why: "From outside of one loop an action is seen as an array over its repetitions. From outside of two loops the service refuses it.",
  source: "https://learn.microsoft.com/azure/logic-apps/logic-apps-control-flow-loops, read 2026-11-23",
  avoid: workflowText({
    Each: loop({ Inner: loop({ Deep: copy("x") }) }),
    Copy: copy("@outputs('Deep')", after("Each")),
  }),
  prefer: workflowText({ Each: loop({ Deep: copy("x") }), Copy: copy("@outputs('Deep')", after("Each")) }),
  nearMiss: workflowText({
    Each: loop({ Inner: loop({ Deep: copy("x") }), Copy: copy("@outputs('Deep')", after("Inner")) }),
  }),
  run: function* (workflow) {
    for (const reference of actionReferences(workflow)) {
      const { use, name, target } = reference;
      if (!target) continue;
      const around = containersAround(reference);
      const deeper = ancestorsOf(target).filter((action) => isLoop(action) && !around.includes(action));
      if (deeper.length < 2) continue;
      const message = `\`${name}\` is nested in ${deeper.length} loops that are not around this place; one is the most`;
      yield atUse(loopActionFromOutside, use, message);
    }
  },
};
