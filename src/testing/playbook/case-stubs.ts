/** Answers that a case prepares, by action, for calls which nothing in the tenant answers. */

import { type Diagnostic, finding } from "../../diagnostics";
import { parseDuration, pointerStep } from "../../documents";
import type { Json } from "../../plan";
import { type Answer, prepareWorkflow, type Stub, stubAnswers } from "../../playbook/run";
import { playbookTestInfo } from "../checks/playbook-checks";
import { nearName } from "../named-document";
import type { CasePlaybook } from "./case-playbook";
import { type PlaybookFrame, unknownName } from "./playbook-frame";

type Stated = NonNullable<PlaybookFrame["body"]["stubs"]>[string];
type One = Exclude<Stated, readonly unknown[]>;

export interface CaseStubs {
  /** The tenant is asked first: what it answers is no matter of a stub. */
  readonly behind: (tenant: Answer) => Answer;
  /** Stubs that answered no call. */
  readonly unused: () => readonly Diagnostic[];
}

export function caseStubs({ body, at }: PlaybookFrame): CaseStubs {
  const stated = body.stubs ?? {};
  const stub = stubAnswers(
    Object.fromEntries(Object.entries(stated).map(([action, given]) => [action, stubOf(given)])),
  );
  const names = new Set(Object.keys(stated).map((name) => name.toLowerCase()));
  const used = new Set<string>();
  const answeredByTenant = new Set<string>();
  return {
    behind: (tenant) => async (call) => {
      const answer = await tenant(call);
      const name = call.action.toLowerCase();
      if (!names.has(name)) return answer;
      if (answer.kind !== "unknown") {
        answeredByTenant.add(name);
        return answer;
      }
      used.add(name);
      return stub(call);
    },
    unused: () =>
      Object.keys(stated)
        .filter((action) => !used.has(action.toLowerCase()))
        .map((action) => {
          const message = answeredByTenant.has(action.toLowerCase())
            ? `the tenant in memory answers \`${action}\` itself`
            : `\`${action}\` never calls`;
          return finding(playbookTestInfo.unusedStub, { message, at: at(`/stubs${pointerStep(action)}`, "key") });
        }),
  };
}

function stubOf(given: Stated): Stub | readonly Stub[] {
  return Array.isArray(given) ? given.map((each) => oneStub(each as One)) : oneStub(given as One);
}

function oneStub({ statusCode = 200, headers, body, after }: One): Stub {
  const seconds = after === undefined ? undefined : parseDuration(after)?.seconds;
  return { statusCode, headers, body: body as Json, milliseconds: seconds && seconds * 1000 };
}

/** Actions are told apart in any case: of two spellings of one, only the last would answer. */
export function repeatedStubs({ body, at }: Pick<PlaybookFrame, "body" | "at">): readonly Diagnostic[] {
  const names = Object.keys(body.stubs ?? {});
  return names.flatMap((name, index) => {
    const earlier = names.slice(0, index).find((each) => each.toLowerCase() === name.toLowerCase());
    if (earlier === undefined) return [];
    const message = `the action \`${earlier}\` has stubs already`;
    const labels = [{ at: at(`/stubs${pointerStep(earlier)}`, "key"), text: "here" }];
    const where = at(`/stubs${pointerStep(name)}`, "key");
    return [finding(playbookTestInfo.repeatedStub, { message, at: where, labels, help: STUBS_IN_ORDER })];
  });
}

const STUBS_IN_ORDER = "several answers of one action are a list: stubs: { Action: [{ ... }, { ... }] }";

/** Stubs of actions that no workflow of the playbook has. */
export function unknownStubs({ body, at }: PlaybookFrame, { workflows }: CasePlaybook): readonly Diagnostic[] {
  const actions = workflows.flatMap((each) => prepareWorkflow(each).workflow.actions.map(({ name }) => name));
  const known = new Set(actions.map((name) => name.toLowerCase()));
  return Object.keys(body.stubs ?? {})
    .filter((name) => !known.has(name.toLowerCase()))
    .map((name) => {
      const where = at(`/stubs${pointerStep(name)}`, "key");
      return unknownName(`the playbook has no action \`${name}\``, where, nearName(name, actions));
    });
}
