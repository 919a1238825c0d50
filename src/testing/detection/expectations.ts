/** What a case expects against what came out: stated keys exact, unstated ones free, lists exact in any order, entities sets. */

import { type Alert, cellText, type Entity, entityText, type Incident } from "../../sentinel";

/** Something that came out, as a plain object in the words of a test. */
export type Told = Readonly<Record<string, unknown>>;

export function toldAlert(alert: Alert): Told {
  const { title, description, severity, tactics, techniques, customDetails, properties, entities, rows } = alert;
  const told = { title, description, severity, tactics, techniques, customDetails, properties };
  return { ...told, entities: toldEntities(entities), events: rows.length };
}

export function toldIncident({ title, severity, alerts, entities }: Incident): Told {
  return { title, severity, alerts: alerts.length, entities: toldEntities(entities) };
}

function toldEntities(entities: readonly Entity[]): Readonly<Record<string, readonly Entity[]>> {
  const types = [...new Set(entities.map(({ type }) => type))];
  return Object.fromEntries(types.map((type) => [type, entities.filter((each) => each.type === type)]));
}

/** The same for a reader: an entity as the text or the identifiers that a test would state. */
export function readable(told: Told): Told {
  const { entities, ...rest } = told;
  if (entities === undefined) return told;
  const lists = Object.entries(entities as Readonly<Record<string, readonly Entity[]>>);
  const pairs = lists.map(([type, list]) => [type, list.map((each) => entityText(each) || each.identifiers)]);
  return { ...rest, entities: Object.fromEntries(pairs) };
}

/** Whether a list is exactly what is wanted, or as many as wanted. */
export function isAsExpected(wanted: number | readonly Told[], actual: readonly Told[]): boolean {
  if (typeof wanted === "number") return actual.length === wanted;
  return wanted.length === actual.length && isMatched(wanted, actual, agrees);
}

/** Gives each wanted one an actual one of its own; earlier choices are changed where that helps a later one. */
function isMatched<W, A>(wanted: readonly W[], actual: readonly A[], fits: (wanted: W, actual: A) => boolean): boolean {
  const owner = new Map<number, number>();
  const place = (index: number, tried: Set<number>): boolean =>
    actual.some((each, slot) => {
      if (tried.has(slot) || !fits(wanted[index] as W, each)) return false;
      tried.add(slot);
      const before = owner.get(slot);
      if (before !== undefined && !place(before, tried)) return false;
      owner.set(slot, index);
      return true;
    });
  return wanted.every((_, index) => place(index, new Set()));
}

function agrees(wanted: Told, actual: Told): boolean {
  return Object.entries(wanted).every(([key, value]) => isEqualPart(key, value, actual[key]));
}

function isEqualPart(key: string, wanted: unknown, actual: unknown): boolean {
  if (key === "entities") {
    const types = (actual ?? {}) as Readonly<Record<string, readonly Entity[]>>;
    return Object.entries(wanted as Readonly<Record<string, readonly unknown[]>>).every(([type, list]) => {
      const own = types[type] ?? [];
      return list.length === own.length && isMatched(list, own, isEntity);
    });
  }
  if (key === "tactics" || key === "techniques") return sameSet(wanted, actual);
  if (key === "customDetails" || key === "properties") {
    const details = (actual ?? {}) as Readonly<Record<string, unknown>>;
    return Object.entries(wanted as object).every(([name, value]) => sameSet(value, details[name] ?? []));
  }
  return isSame(wanted, actual);
}

function isEntity(wanted: unknown, actual: Entity): boolean {
  if (typeof wanted !== "object" || wanted === null)
    return String(wanted).toLowerCase() === entityText(actual).toLowerCase();
  return Object.entries(wanted).every(
    ([name, value]) => actual.identifiers[name]?.toLowerCase() === String(value).toLowerCase(),
  );
}

/** No value and an empty text are the same: an alert carries neither. */
function sameSet(wanted: unknown, actual: unknown): boolean {
  const texts = (value: unknown) =>
    [...new Set((Array.isArray(value) ? value : [value]).map((each) => cellText(each)))]
      .filter((text) => text !== "")
      .sort();
  return JSON.stringify(texts(wanted)) === JSON.stringify(texts(actual));
}

/** Equal as JSON, whatever the order of keys; times are equal when they name one moment. */
function isSame(wanted: unknown, actual: unknown): boolean {
  if (typeof wanted === "object" && wanted !== null && typeof actual === "object" && actual !== null) {
    if (Array.isArray(wanted) !== Array.isArray(actual)) return false;
    const [left, right] = [Object.entries(wanted), Object.entries(actual)];
    return left.length === right.length && left.every(([key, value]) => isSame(value, (actual as Told)[key]));
  }
  if (wanted === actual) return true;
  const isTime = typeof wanted === "string" && typeof actual === "string" && /^\d{4}-\d\d-\d\dT/.test(actual);
  return isTime && Date.parse(wanted) === Date.parse(actual.replace(/(\.\d{3})\d+Z$/, "$1Z"));
}
