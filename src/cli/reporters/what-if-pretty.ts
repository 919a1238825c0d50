/** What becomes of sign-ins, for a person at a terminal. */

import pc from "picocolors";
import type { TenantWhatIf, TenantWhatIfs } from "../../operations";
import { counted } from "../words";

type Titles = TenantWhatIfs["titles"];

/** Applications that are treated alike are told once. */
export function whatIfPretty({ answers, titles }: TenantWhatIfs, colour: boolean): string {
  const groups = new Map<string, TenantWhatIf[]>();
  for (const each of answers) {
    const key = JSON.stringify(each.answer);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((alike) => groupText(alike, titles, colour)).join("\n");
}

function groupText([first, ...others]: readonly TenantWhatIf[], titles: Titles, colour: boolean): string {
  if (!first) return "";
  const paint = pc.createColors(colour);
  const { result, controls, practice, session, applied, notApplied, reportOnly } = first.answer;
  const verdict = { granted: paint.green, requires: paint.yellow, blocked: paint.red };
  const title = (id: string) => titles[id] ?? id;
  const reporting = Object.entries(reportOnly).filter(([, outcome]) => outcome !== "reportOnlyNotApplied");
  const more = others.length > 0 ? [paint.dim(`the same for ${counted(others.length, "other application")}`)] : [];
  const rows: readonly (readonly [string, string])[] = [
    ["policies say", outcomeText(verdict[result](result), controls)],
    ["in practice", outcomeText(verdict[practice.result](practice.result), practice.controls)],
    ...practice.because.map((text) => ["", paint.dim(text)] as const),
    ...Object.entries(session).map(([name, value]) => ["session", value === true ? name : `${name} ${value}`] as const),
    ...applied.map((id) => ["applies", title(id)] as const),
    ...reporting.map(([id, outcome]) => ["report-only", `${title(id)}: ${outcome}`] as const),
    ...Object.entries(notApplied).map(([id, reason]) => ["not applied", paint.dim(`${title(id)}: ${reason}`)] as const),
  ];
  return `${[paint.bold(first.words), ...more, ...rows.map(([head, text]) => `  ${head.padEnd(14)}${text}`)].join("\n")}\n`;
}

/** "requires mfa and (compliantDevice or domainJoinedDevice)". */
function outcomeText(result: string, controls: readonly (readonly string[])[]): string {
  const isPlain = controls.length === 0 || controls[0]?.[0] === "block";
  if (isPlain) return result;
  const clauses = controls.map((clause) =>
    clause.length > 1 && controls.length > 1 ? `(${clause.join(" or ")})` : clause.join(" or "),
  );
  return `${result} ${clauses.join(" and ")}`;
}
