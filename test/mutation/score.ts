/** What a run's mutants come to: the score, and those that lived, each with its judgement where one is written down. */

import { equivalents } from "./equivalents";
import type { Mutant } from "./stryker";

export interface Score {
  readonly killed: number;
  /** Killed and surviving ones: what is ignored, or fails before a test could see it, counts on neither side. */
  readonly counted: number;
  readonly percent: number;
}

const isKilled = ({ fate }: Mutant): boolean => fate === "Killed" || fate === "Timeout";
/** A mutant that no test reaches lives as one that no test notices. */
const isSurvivor = ({ fate }: Mutant): boolean => fate === "Survived" || fate === "NoCoverage";

export function scoreOf(mutants: readonly Mutant[]): Score {
  const killed = mutants.filter(isKilled).length;
  const counted = killed + mutants.filter(isSurvivor).length;
  return { killed, counted, percent: counted === 0 ? 100 : (100 * killed) / counted };
}

/** Survivors, then the figures. Those judged equivalent count as survivors all the same. */
export function scoreLines(mutants: readonly Mutant[]): readonly string[] {
  const survivors = mutants.filter(isSurvivor);
  const { killed, counted, percent } = scoreOf(mutants);
  const judged = survivors.filter((mutant) => judgementOf(mutant) !== undefined).length;
  const prose = mutants.filter(({ fate }) => fate === "Ignored").length;
  return [
    ...survivors.map(survivorLine),
    `${percent.toFixed(1)} %: ${killed} of ${counted} mutants killed, ${survivors.length} live, ${judged} of them judged equivalent; ${prose} strings of prose left out`,
  ];
}

function survivorLine(mutant: Mutant): string {
  const { file, line, fate, mutator, original, replacement } = mutant;
  const reached = fate === "NoCoverage" ? "no test reaches" : "survives";
  const judgement = judgementOf(mutant);
  const tail = judgement === undefined ? "" : ` [equivalent: ${judgement}]`;
  return `${file}:${line} ${reached} ${mutator}: ${shown(original)} -> ${shown(replacement)}${tail}`;
}

function judgementOf({ file, original, replacement }: Mutant): string | undefined {
  return equivalents.find(
    (each) => each.file === file && each.original === original && each.replacement === replacement,
  )?.why;
}

/** Longest piece of source that is shown, in characters. */
const SHOWN_MAX = 90;

function shown(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > SHOWN_MAX ? `${line.slice(0, SHOWN_MAX)} …` : line;
}
