/** Runs the workflows of steps in the small tenant, and tells what they changed and said. */

import { expect } from "vitest";
import { type RecordedCall, type RunResult, runWorkflow } from "../../../src/playbook/run";
import { composePlaybook, type StepPlaybook } from "../../../src/playbook/steps";
import { type Account, type GivenTenant, incident, NINA, smallTenant } from "./small-tenant";

export const nina: Account = { id: NINA, userPrincipalName: "nina@contoso.example" };

export interface World extends GivenTenant {
  readonly accounts?: readonly Account[];
  readonly body?: object;
}

export const connections = { azuresentinel: { connectionId: "sentinel" }, office365: { connectionId: "office365" } };

export async function run(
  book: StepPlaybook,
  { accounts = [nina], body = incident(), ...world }: World = {},
): Promise<RunResult> {
  const [first, ...children] = composePlaybook(book);
  const byId = new Map(children.map((child) => [book.workflowId(child.name), child]));
  const answer = await runWorkflow({
    definition: first?.definition,
    parameters: { $connections: { value: connections }, ...first?.parameters },
    trigger: { outputs: { body } },
    answer: smallTenant(accounts, world),
    children: (id) => byId.get(id),
    now: "2026-01-15T12:00:00Z",
  });
  if ("refused" in answer) throw new Error(JSON.stringify(answer.diagnostics));
  return answer.result;
}

const READS = /checkMemberGroups|\/query$|^\/Incidents$/;

/** What a run changes, evidence left out: the workflow, method and the end of the address. */
export function writes({ calls }: RunResult): readonly string[] {
  return calls.filter((call) => isWrite(call) && !isEvidence(call)).map((call) => `${call.method} ${addressOf(call)}`);
}

export function isWrite({ method, kind, uri, path = "" }: RecordedCall): boolean {
  return method !== "GET" && kind !== "workflow" && !(method === "POST" && READS.test(uri ?? path));
}

function isEvidence({ uri = "", path }: RecordedCall): boolean {
  return /\/(comments|tasks)\//.test(uri) || path === "/Incidents";
}

function addressOf({ uri, path = "" }: RecordedCall): string {
  return (
    uri?.replace(/^https:\/\/graph\.microsoft\.com\/v1\.0/, "").replace(/^.*Microsoft\.SecurityInsights/, "") ?? path
  );
}

export function commentOf({ calls }: RunResult): string {
  const comments = calls.filter(({ uri = "" }) => uri.includes("/comments/"));
  expect(comments).toHaveLength(1);
  const body = comments[0]?.body as { readonly properties: { readonly message: string } } | undefined;
  return body?.properties.message ?? "";
}

export const tasksOf = ({ calls }: RunResult) => calls.filter(({ uri = "" }) => uri.includes("/tasks/")).length;

export const tagsOf = ({ calls }: RunResult): readonly string[] =>
  calls
    .filter(({ path }) => path === "/Incidents")
    .flatMap(
      ({ body }) =>
        (body as { tagsToAdd?: { TagsToAdd: { Tag: string }[] } }).tagsToAdd?.TagsToAdd.map(({ Tag }) => Tag) ?? [],
    );
