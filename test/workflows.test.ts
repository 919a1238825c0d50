/** House rules of .github/workflows: steps are npm commands, actions are pinned, rights are the least. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly strategy?: { readonly "max-parallel"?: number };
  readonly steps: readonly { readonly run?: string; readonly uses?: string }[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = join(__dirname, "..");
const folder = join(root, ".github/workflows");
const scripts = Object.keys(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts);
const files = readdirSync(folder).map((file) => {
  const text = readFileSync(join(folder, file), "utf8");
  return { file, text, workflow: parse(text) as Workflow };
});
const jobs = files.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({ name: `${file} ${name}`, job })),
);

describe("workflows", () => {
  test("every shell step is an npm command that exists", () => {
    const wrong = jobs.flatMap(({ job }) =>
      job.steps.flatMap(({ run }) => {
        if (run === undefined || run === "npm ci") return [];
        const script = /^npm run ([\w:]+)$/.exec(run)?.[1];
        return script !== undefined && scripts.includes(script) ? [] : [run];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("every action is pinned by commit, with its tag beside", () => {
    const lines = files.flatMap(({ text }) => text.split("\n").filter((line) => /\buses:/.test(line)));
    expect(lines.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(10);
  });

  test("nothing may more than read, apart from what a job is for", () => {
    expect(files.map(({ workflow }) => workflow.permissions)).toEqual(files.map(() => ({ contents: "read" })));
    expect(
      Object.fromEntries(jobs.flatMap(({ name, job }) => (job.permissions ? [[name, job.permissions]] : []))),
    ).toEqual({
      "deploy.yml up": { contents: "read", "id-token": "write" },
      "pull-request.yml check": { contents: "read", "security-events": "write" },
      "pull-request.yml plan": { contents: "read", "pull-requests": "write" },
      "pull-request.yml preview": { contents: "read", "id-token": "write" },
    });
  });

  test("who can sign in to Azure stands behind an environment, and deploys one stack at a time", () => {
    const signedIn = jobs.filter(({ job }) => job.permissions?.["id-token"] !== undefined);
    expect(signedIn.map(({ name, job }) => [name, job.environment, job.strategy?.["max-parallel"]])).toEqual([
      ["deploy.yml up", expect.stringContaining("matrix.stack"), 1],
      ["pull-request.yml preview", "preview", undefined],
    ]);
  });

  test("no secret is used, and no pull request runs with the rights of the base", () => {
    expect(files.filter(({ text }) => /secrets\.|pull_request_target|workflow_run/.test(text))).toEqual([]);
  });
});
