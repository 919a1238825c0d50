/** What `npm run test:live` is asked to do, and why it refuses. */

export interface LiveRun {
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly workspace: string;
  /** Whether it makes, changes and deletes five objects of its own; without it nothing is written. */
  readonly writes: boolean;
}

export const USAGE = `usage: npm run test:live -- --i-may-touch <resource group> --tenant <id> --subscription <id> --workspace <name> [--write]

Signs in as \`pulumi up\` does and previews six small objects in the Sentinel workspace of that resource group: nothing is written.
With --write it creates them (the rules disabled), changes one, looks for drift and deletes them again.`;

/** A sentence where something is missing: no default, no environment variable and no configuration file stands in for a flag. */
export function liveRunOf(args: readonly string[]): LiveRun | string {
  const values = new Map<string, string>();
  for (let index = 0; index < args.length; index++) {
    const flag = args[index] ?? "";
    if (flag === "--write") values.set(flag, "");
    else if (FLAGS.includes(flag)) {
      values.set(flag, args[index + 1] ?? "");
      index += 1;
    } else return `unknown argument \`${flag}\``;
  }
  const missing = FLAGS.filter((flag) => (values.get(flag) ?? "") === "" || values.get(flag)?.startsWith("--"));
  if (missing.length > 0) return `missing: ${missing.join(", ")}`;
  return {
    resourceGroup: values.get("--i-may-touch") ?? "",
    tenantId: values.get("--tenant") ?? "",
    subscriptionId: values.get("--subscription") ?? "",
    workspace: values.get("--workspace") ?? "",
    writes: values.has("--write"),
  };
}

const FLAGS = ["--i-may-touch", "--tenant", "--subscription", "--workspace"];
