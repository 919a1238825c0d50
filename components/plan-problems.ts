/** Why a Plan must not be deployed from here, as far as this can be known without asking Azure. */

import { leavesOf, type Plan } from "../src/plan";
import { hasResourceClass } from "./resource-classes";

export interface Surroundings {
  /** The program runs in picket's own monitor: nothing that it registers reaches a cloud. */
  readonly isMonitored: boolean;
  /** Whether the stack's configuration has `picket:<key>`. */
  readonly hasSecret: (key: string) => boolean;
  /** Parents that have a component. */
  readonly parents: ReadonlySet<string>;
}

/** One sentence each, in a fixed order. */
export function planProblems(plan: Plan, { isMonitored, hasSecret, parents }: Surroundings): readonly string[] {
  const { target, resources, tenant } = plan;
  const problems: string[] = [];
  if (!target.deploy && !isMonitored) {
    problems.push(`tenant \`${tenant}\` is a sample (\`deploy: false\`) and is never deployed`);
  }
  if (resources.length === 0 && !target.allowEmpty) {
    problems.push(
      `the Plan of tenant \`${tenant}\` is empty: deploying it would delete all that this stack has; \`allowEmpty: true\` in the tenant says that it is meant`,
    );
  }
  const secrets = new Set(resources.flatMap(({ inputs }) => secretsOf(inputs)));
  for (const key of [...secrets].sort().filter((each) => !hasSecret(each))) {
    problems.push(`the secret \`picket:${key}\` is not set: \`pulumi config set --secret picket:${key}\``);
  }
  for (const { name, type, parent } of resources) {
    if (!hasResourceClass(type))
      problems.push(`\`${name}\` is of the type \`${type}\`, which this version cannot deploy`);
    if (typeof parent === "string" && !parents.has(parent))
      problems.push(`\`${name}\` stands under \`${parent}\`, which this version cannot deploy`);
  }
  return problems;
}

function secretsOf(inputs: Plan["resources"][number]["inputs"]): readonly string[] {
  return [...leavesOf(inputs)].flatMap((leaf) => ("picket:secret" in leaf ? [leaf["picket:secret"]] : []));
}
