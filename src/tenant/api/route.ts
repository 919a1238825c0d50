/** Finds what answers a call by its method and path. */

import type { ApiRequest } from "./request";

/** One documented call. */
export interface Route {
  readonly method: string;
  /** Segments; `{name}` takes any one of them. */
  readonly path: string;
  /** Page that documents it, and when it was read. */
  readonly source: string;
}

export interface Matched<R extends Route> {
  readonly route: R;
  /** What the `{name}` segments took. */
  readonly parts: Readonly<Record<string, string>>;
}

/** The first that fits; the case of fixed segments does not count. */
export function matchRoute<R extends Route>(
  routes: readonly R[],
  { method, segments }: Pick<ApiRequest, "method" | "segments">,
): Matched<R> | undefined {
  for (const route of routes) {
    if (route.method !== method) continue;
    const parts = partsOf(route.path, segments);
    if (parts) return { route, parts };
  }
  return undefined;
}

function partsOf(path: string, segments: readonly string[]): Readonly<Record<string, string>> | undefined {
  const pattern = path.split("/").filter((each) => each !== "");
  if (pattern.length !== segments.length) return undefined;
  const parts: Record<string, string> = {};
  for (const [index, each] of pattern.entries()) {
    const segment = segments[index] ?? "";
    const name = /^\{(.+)\}$/.exec(each)?.[1];
    if (name !== undefined) parts[name] = segment;
    else if (each.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return parts;
}
