/** `npm run ci:plan`: what a pull request changes for each tenant, against the base branch in .picket/base, as one comment each. */

import { appendFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { planMarkdown } from "../src/cli/reporters/plan-markdown";
import { planChanges, planTenant } from "../src/operations/project";
import { canonicalJson } from "../src/plan";
import { readProject } from "../src/repository";

/** The project that `npm run` was called in: npm starts a script in its package's folder. */
const root = process.cwd();
const base = join(root, ".picket/base");
const now = new Date().toISOString();
const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN, GITHUB_STEP_SUMMARY, PULL_REQUEST, CAN_COMMENT } = process.env;

async function main(): Promise<void> {
  const tenants = readProject(root).documents.flatMap((each) =>
    each.kind === "Tenant" && each.body.tenantId !== undefined ? [each.key] : [],
  );
  for (const tenant of tenants) {
    const text = await changesOf(tenant);
    process.stdout.write(`${text}\n`);
    if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, `${text}\n`);
    // A pull request from a fork has a token that may only read: its changes stand in the summary alone.
    if (CAN_COMMENT === "true" && GITHUB_TOKEN) await tell(tenant, text);
  }
}

/** A tenant that is new, or whose base branch has an error, is shown against nothing. */
async function changesOf(tenant: string): Promise<string> {
  const old = existsSync(base) ? (await planTenant({ folder: base, tenant, now, cache: false })).plan : undefined;
  const against = `.picket/old-${tenant}.json`;
  mkdirSync(join(root, ".picket"), { recursive: true });
  if (old) writeFileSync(join(root, against), canonicalJson(old));
  const planned = await planChanges({ folder: root, tenant, now, ...(old ? { against } : {}) });
  const { plan, changes, access, rights, diagnostics } = planned;
  if (plan)
    return planMarkdown({
      plan,
      changes: old ? changes : undefined,
      ...(access ? { access } : {}),
      ...(rights ? { rights } : {}),
    });
  process.exitCode = 1;
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  return `### picket plan: \`${tenant}\`\n\nno Plan: ${errors} errors, which \`npm run picket -- check\` shows\n`;
}

interface Comment {
  readonly id: number;
  readonly body?: string;
}

/** Writes the tenant's comment, or writes its new text into the one that is there. */
async function tell(tenant: string, text: string): Promise<void> {
  const mark = `<!-- picket plan ${tenant} -->`;
  const body = `${mark}\n${text}`;
  const issues = `${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/issues`;
  const earlier = (await allComments(`${issues}/${PULL_REQUEST}/comments`)).find((each) => each.body?.startsWith(mark));
  if (earlier) await ask("PATCH", `${issues}/comments/${earlier.id}`, { body });
  else await ask("POST", `${issues}/${PULL_REQUEST}/comments`, { body });
}

/** Comments come in pages of at most 100. Source: https://docs.github.com/rest/issues/comments, read 2026-11-24. */
const PAGE_SIZE = 100;

async function allComments(url: string): Promise<readonly Comment[]> {
  const all: Comment[] = [];
  for (let page = 1; ; page++) {
    const comments = (await ask("GET", `${url}?per_page=${PAGE_SIZE}&page=${page}`)) as readonly Comment[];
    all.push(...comments);
    if (comments.length < PAGE_SIZE) return all;
  }
}

async function ask(method: string, url: string, body?: object): Promise<unknown> {
  const headers = { authorization: `Bearer ${GITHUB_TOKEN}`, accept: "application/vnd.github+json" };
  const response = await fetch(url, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  return response.json();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 3;
});
