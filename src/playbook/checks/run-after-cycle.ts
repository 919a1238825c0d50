/** PKT4124: actions that wait for each other. */

import type { Action, Scope } from "../workflow/workflow";
import { after, workflowText } from "./example-workflow";
import { at, LANGUAGE_SOURCE, type WorkflowCheck } from "./workflow-check";

const note = { type: "Compose", inputs: 1 };

export const runAfterCycle: WorkflowCheck = {
  code: "PKT4124",
  severity: "error",
  title: "actions that wait for each other",
  why: "None of them could ever start, so the service refuses the definition.",
  source: LANGUAGE_SOURCE,
  avoid: workflowText({ First: { ...note, ...after("Second") }, Second: { ...note, ...after("First") } }),
  prefer: workflowText({ First: note, Second: { ...note, ...after("First") } }),
  nearMiss: workflowText({
    Start: note,
    Left: { ...note, ...after("Start") },
    Right: { ...note, ...after("Start") },
    End: { ...note, ...after("Left", "Right") },
  }),
  run: function* ({ top, actions }) {
    for (const scope of [top, ...actions.flatMap(({ scopes }) => scopes)]) {
      const cyclic = cyclicActions(scope);
      const names = cyclic.map(({ name }) => `\`${name}\``).join(", ");
      for (const action of cyclic) {
        const message =
          cyclic.length === 1 ? `\`${action.name}\` waits for itself` : `the actions ${names} wait for each other`;
        yield at(runAfterCycle, action, message);
      }
    }
  },
};

/** Actions on a circle: they come after themselves. What only waits for a circle is not on it. */
function cyclicActions({ actions }: Scope): readonly Action[] {
  const stuck = new Set(actions);
  // Takes away what can start, then what nobody on a circle waits for.
  for (let isSmaller = true; isSmaller; ) {
    const before = stuck.size;
    for (const action of stuck) if (!action.predecessors.some((each) => stuck.has(each))) stuck.delete(action);
    const awaited = new Set([...stuck].flatMap(({ predecessors }) => predecessors));
    for (const action of stuck) if (!awaited.has(action)) stuck.delete(action);
    isSmaller = stuck.size < before;
  }
  return [...stuck];
}
