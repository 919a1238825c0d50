/** How a run ended as a whole: the worst of its accounts and addresses, and of the ways to them. */

import { firstThat, literals, type Rule } from "../parts/actions";
import { hasActingSource, hasSourceResult } from "./source-loop";
import { isAboutAccounts, isBounded, type StepPlaybook } from "./step-playbook";

/** How a run may have ended, as its tag says. */
export const OUTCOMES = ["handed-over", "failed", "refused", "unanswered", "acted", "done"] as const;

/** Names of actions. */
interface Ways {
  /** The last before the loops: where it did not succeed, nothing is known of accounts and addresses. */
  readonly ready: string;
  readonly loops: readonly string[];
}

/** Expressions. */
interface Outcome {
  /** Why people have to take over the whole of it, or an empty text. */
  readonly left: string;
  /** One of OUTCOMES; observed where nothing may be done. */
  readonly result: string;
}

/** A loop fails only where it could not tell how an account or address ended; one that failed and was told is no failure of it. */
export function outcome(playbook: StepPlaybook, { ready, loops }: Ways): Outcome {
  const isUnready = `not(equals(actions('${ready}')?['status'], 'Succeeded'))`;
  const isStuck = loops.map(stuck);
  const isHandedOver = isBounded(playbook) ? ["not(equals(outputs('Handover'), ''))"] : [];
  const told = toldResults(playbook);
  return {
    left: firstThat(
      [
        [isUnready, "'the accounts and addresses could not be told'"],
        ...isHandedOver.map((is): Rule => [is, "outputs('Handover')"]),
        ...isStuck.map((is): Rule => [is, "'the run got stuck on the way: its history tells where'"]),
      ],
      "''",
    ),
    result: firstThat(
      [
        [isUnready, "'failed'"],
        ...isHandedOver.map((is): Rule => [is, "'handed-over'"]),
        ...isStuck.map((is): Rule => [is, "'failed'"]),
        ...(["failed", "refused", "unanswered"] as const).flatMap((each) =>
          told.map((list): Rule => [`contains(${list}, '${each}')`, `'${each}'`]),
        ),
      ],
      best(playbook),
    ),
  };
}

/** Expressions: how the accounts, and how the addresses ended. */
function toldResults(playbook: StepPlaybook): readonly string[] {
  const names = [
    ...(isAboutAccounts(playbook) && playbook.isActing ? ["Result"] : []),
    ...(hasSourceResult(playbook) ? ["Source_result"] : []),
  ];
  return names.map((name) => `coalesce(outputs('${name}'), json('[]'))`);
}

function best(playbook: StepPlaybook): string {
  if (!playbook.isActing) return "'observed'";
  return isAboutAccounts(playbook) || hasActingSource(playbook) ? "'acted'" : "'done'";
}

/** UNVERIFIED: how a loop over an empty list ends, Succeeded or Skipped; a run in a tenant would settle it. When all before it succeeded,
 *  it is skipped for no other reason. */
function stuck(loop: string): string {
  return `not(contains(${literals(["Succeeded", "Skipped"])}, coalesce(actions('${loop}')?['status'], '')))`;
}
