/** JSON pointers (RFC 6901), and reading what they point to. */

export function below(pointer: string, ...segments: readonly (string | number)[]): string {
  return segments.reduce<string>(
    (path, segment) => `${path}/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`,
    pointer,
  );
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member by name; the service reads the members of a definition without regard to case. */
export function memberOf(value: unknown, name: string): unknown {
  if (!isJsonObject(value)) return undefined;
  if (Object.hasOwn(value, name)) return value[name];
  const wanted = name.toLowerCase();
  const key = Object.keys(value).find((each) => each.toLowerCase() === wanted);
  return key === undefined ? undefined : value[key];
}

/** What lies at a path such as `inputs/columns/0/value`; undefined where a part of it is missing. */
export function valueAt(value: unknown, path: string): unknown {
  return path
    .split("/")
    .reduce<unknown>((parent, name) => (Array.isArray(parent) ? parent[Number(name)] : memberOf(parent, name)), value);
}
