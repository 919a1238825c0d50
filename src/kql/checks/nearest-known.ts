/** The nearest name that Kusto knows to one that it does not: of an operator behind a pipe, of a function where it is called. */

import { didYouMean, nearestNames } from "../../diagnostics";
import { kustoLibrary, listItems } from "../kusto/library";
import { REFUSED_OPERATORS } from "../operators/refused";
import { operators } from "../operators/registry";

export function nearestOperator(name: string): string | undefined {
  return didYouMean(name, [...operators.map((each) => each.name), ...REFUSED_OPERATORS]);
}

/** Aggregates first where values are brought together, all other functions elsewhere. */
export function nearestFunction(name: string, text: string, start: number): string | undefined {
  const { Aggregates, Functions } = kustoLibrary();
  const stage = text.slice(Math.max(text.lastIndexOf("|", start), text.lastIndexOf(";", start)) + 1, start);
  const isAggregated = /^\s*(summarize|make-series|top-nested)\b/.test(stage);
  const [first, second] = isAggregated ? [Aggregates, Functions] : [Functions, Aggregates];
  const names = [first, second].map(({ All }) => listItems<{ readonly Name: string }>(All).map(({ Name }) => Name));
  const near = names.map((each) => each.filter((known) => !known.startsWith("__")));
  return didYouMean(name, near.find((each) => nearestNames(name, each).length > 0) ?? []);
}
