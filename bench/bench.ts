/** What a bench is: two sides measured in one run, their ratios, and the goals that these must meet. */

export interface BenchResult {
  readonly bench: string;
  /** What was measured, by side, for people. */
  readonly sides: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly ratios: Readonly<Record<string, number>>;
  /** The most that each ratio may be. */
  readonly goals: Readonly<Record<string, number>>;
}

export type Bench = () => Promise<BenchResult>;

/** Both sides, what missed its goal, and as the last line JSON for machines. */
export function resultLines({ bench, sides, ratios, goals }: BenchResult): readonly string[] {
  const rounded = Object.fromEntries(
    Object.entries(ratios).map(([name, ratio]) => [name, Number(ratio.toPrecision(3))]),
  );
  return [
    ...Object.entries(sides).map(([side, figures]) => {
      const texts = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`);
      return `${side.padEnd(8)} ${texts.join(", ")}`;
    }),
    ...missedGoals({ ratios, goals }).map((name) => `missed: ${name} is ${rounded[name]}, its goal ${goals[name]}`),
    JSON.stringify({ bench, ratios: rounded, goals }),
  ];
}

/** A ratio that was not measured has missed its goal too. */
export function missedGoals({ ratios, goals }: Pick<BenchResult, "ratios" | "goals">): readonly string[] {
  return Object.entries(goals).flatMap(([name, goal]) =>
    (ratios[name] ?? Number.POSITIVE_INFINITY) <= goal ? [] : [name],
  );
}
