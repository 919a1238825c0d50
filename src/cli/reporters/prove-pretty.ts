/** Claims about all sign-ins and what came of them, for a person at a terminal. */

import pc from "picocolors";
import type { TenantProof, TenantProofs } from "../../operations";

export function provePretty({ proofs, scope, titles }: TenantProofs, colour: boolean): string {
  const paint = pc.createColors(colour);
  const blocks = proofs.map((proof): Block => {
    const head = `${verdictText(proof, paint)} ${questionText(proof)}`;
    const policies = proof.policies.map((id) => titles[id] ?? id);
    const label = proof.holds === undefined ? "" : "because of ";
    const reasons = [
      ...(proof.example && showsSomething(proof) ? [`    for example: ${proof.example}`] : []),
      ...(policies.length > 0 ? [`    ${label}${policies.join(", ")}`] : []),
      ...(proof.mayRequire ? [paint.dim(`    may have to meet: ${clausesText(proof.mayRequire)}`)] : []),
    ];
    return { head, when: proof.when, reasons };
  });
  const lines = blocks.flatMap((block, index) => {
    if (isSame(block, blocks[index - 1])) return [];
    const whens = isSame(block, blocks[index + 1]) ? "as deployed and once promoted" : block.when;
    return [`${block.head}, ${paint.dim(whens)}`, ...block.reasons];
  });
  return `${[...lines, "", `proved over ${scope}`].join("\n")}\n`;
}

/** What is printed of one proof. */
interface Block {
  readonly head: string;
  readonly when: TenantProof["when"];
  readonly reasons: readonly string[];
}

/** A claim is asked twice, one after the other: what promotion changes nothing about is told once. */
function isSame(block: Block, other: Block | undefined): boolean {
  return other !== undefined && block.head === other.head && block.reasons.join("\n") === other.reasons.join("\n");
}

/** Who is not shut out for good is everybody who gets in: no example is needed. */
function showsSomething({ holds, question }: TenantProof): boolean {
  return question.kind !== "permanentlyBlocked" || holds === true;
}

function clausesText(clauses: readonly (readonly string[])[]): string {
  return clauses.map((clause) => clause.join(" or ")).join("; ");
}

/** Being shut out for good is no good news where it holds. */
function verdictText({ holds, question, policies }: TenantProof, paint: ReturnType<typeof pc.createColors>): string {
  if (holds === undefined) return policies.length > 0 ? paint.yellow(String(policies.length)) : paint.green("none");
  const isGood = question.kind === "permanentlyBlocked" ? !holds : holds;
  return isGood ? paint.green(holds ? "holds" : "never") : paint.red(holds ? "holds" : "fails");
}

function questionText({ question }: TenantProof): string {
  const { kind, subjects, subject, sessionControl } = question;
  const whom = subject ?? (typeof subjects === "string" ? subjects : subjects ? subjectText(subjects) : undefined);
  return [kind, ...(sessionControl ? [sessionControl] : []), ...(whom ? [`(${whom})`] : [])].join(" ");
}

function subjectText({ group, role, user }: { group?: string | null; role?: string | null; user?: string | null }) {
  return group ? `group ${group}` : role ? `role ${role}` : `user ${user ?? ""}`;
}
