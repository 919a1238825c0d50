/** What tests cover: for a person, as JSON, as Markdown. */

import pc from "picocolors";
import { compareTexts } from "../../diagnostics";
import type { ProjectCoverage } from "../../operations";
import { counted } from "../words";

type Covered = Omit<ProjectCoverage, "diagnostics">;
type CoverageReporter = (coverage: Covered, colour: boolean) => string;

const NOUNS = { Scheduled: "rule", NRT: "rule", HuntingQuery: "hunt", Function: "function" } as const;

const pretty: CoverageReporter = ({ documents, techniques }, colour) => {
  const paint = pc.createColors(colour);
  const width = Math.max(0, ...documents.map((each) => nameOf(each).length));
  const lines = byName(documents).map((each) => {
    const { kind, positive, negative, verdict } = each;
    const isWhole = verdict === "tested";
    const mark = isWhole ? paint.green(verdict.padEnd(13)) : paint.red(verdict.padEnd(13));
    return `${mark}  ${nameOf(each).padEnd(width)}  ${NOUNS[kind].padEnd(8)}  ${positive} positive, ${negative} negative`.trimEnd();
  });
  const claimed = techniques.filter(({ shownBy }) => shownBy.length === 0);
  const shown = techniques.length - claimed.length;
  const rest = claimed.map(({ id, onlyClaimedBy }) => `  ${id}  only claimed by ${namesOf(onlyClaimedBy, documents)}`);
  return `${[...lines, "", summary(documents), `ATT&CK: ${counted(shown, "technique")} shown by a test`, ...rest].join("\n")}\n`;
};

/** A pasted rule is told by its title: its id says nothing to people. */
function nameOf({ key, title, isPasted }: Pick<Covered["documents"][number], "key" | "title" | "isPasted">): string {
  return isPasted ? title : key;
}

function byName(documents: Covered["documents"]): Covered["documents"] {
  return [...documents].sort((left, right) => compareTexts(nameOf(left).toLowerCase(), nameOf(right).toLowerCase()));
}

function namesOf(keys: readonly string[], documents: Covered["documents"]): string {
  return keys
    .map((key) => nameOf(documents.find((each) => each.key === key) ?? { key, title: key, isPasted: false }))
    .join(", ");
}

function summary(documents: Covered["documents"]): string {
  const parts = (["tested", "only positive", "only negative", "untested"] as const).flatMap((wanted) => {
    const count = documents.filter(({ verdict }) => verdict === wanted).length;
    return count > 0 || wanted === "tested" ? [`${count} ${wanted}`] : [];
  });
  return `${counted(documents.length, "document")}: ${parts.join(", ")}`;
}

const json: CoverageReporter = ({ documents, techniques }) =>
  `${JSON.stringify({ documents, techniques }, undefined, 2)}\n`;

const markdown: CoverageReporter = ({ documents, techniques }) => {
  const rows = byName(documents).map(
    ({ kind, positive, negative, verdict, ...each }) =>
      `| ${nameOf(each)} | ${NOUNS[kind]} | ${positive} | ${negative} | ${verdict === "tested" ? verdict : `**${verdict}**`} |`,
  );
  const shown = techniques.map(
    ({ id, tactics, shownBy, onlyClaimedBy }) =>
      `| ${id} | ${tactics.join(", ")} | ${namesOf(shownBy, documents)} | ${namesOf(onlyClaimedBy, documents)} |`,
  );
  return `${[
    summary(documents),
    "",
    "| document | | positive | negative | |",
    "|---|---|---|---|---|",
    ...rows,
    "",
    "| technique | tactics | shown by | only claimed by |",
    "|---|---|---|---|",
    ...shown,
  ].join("\n")}\n`;
};

export const COVERAGE_REPORTERS: Readonly<Record<string, CoverageReporter>> & { readonly pretty: CoverageReporter } = {
  pretty,
  json,
  markdown,
};
