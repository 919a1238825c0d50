/** A Plan as a comment: lists stand together, and nothing leaves two blank lines. */

import { expect, test } from "vitest";
import { planMarkdown } from "../../src/cli/reporters/plan-markdown";
import type { Change, Plan } from "../../src/plan";

const plan = {
  version: 1,
  tenant: "contoso",
  documents: [
    { key: "a", kind: "Scheduled", title: "A", stage: "alert", parameters: {} },
    { key: "p", kind: "ConditionalAccessPolicy", title: "P", stage: "observe", parameters: { state: "report-only" } },
    { key: "l", kind: "NamedLocation", title: "L", stage: "observe", parameters: {} },
  ],
  resources: [],
  inactive: [],
  manual: [],
} as unknown as Plan;

test("what a tenant gets", () => {
  expect(planMarkdown({ plan, changes: undefined })).toBe(`### picket plan: \`contoso\`

1 Scheduled, 1 ConditionalAccessPolicy, 1 NamedLocation: 0 resources

- Scheduled **A**, alert
- ConditionalAccessPolicy **P**, report-only
- NamedLocation **L**
`);
});

test("what changes", () => {
  const change = (title: string, properties: Change["properties"]) =>
    ({ change: "changed", title, name: title, kind: "Scheduled", properties }) as unknown as Change;
  const changes = [
    change("A", [{ path: "/severity", before: "Low", after: "High" }]),
    change("B", [{ path: "/query", before: "a\nb", after: "a\nc" }]),
    change("C", []),
    change("D", []),
  ];
  const text = planMarkdown({ plan, changes });
  expect(text).not.toMatch(/\n\n\n/);
  expect(text.slice(text.indexOf("- **changed** B"))).toBe(`- **changed** B (Scheduled)

\`\`\`\`diff
/query:
 a
-b
+c
\`\`\`\`

- **changed** C (Scheduled)
- **changed** D (Scheduled)
`);
});
