/** Functions that take URIs apart. */

import { invalid } from "../failure";
import type { Value } from "../value";
import { textAt } from "./arguments";
import type { ExpressionFunction } from "./definition";

interface UriParts {
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly query: string;
}

/** Source: https://learn.microsoft.com/dotnet/api/system.uri.port, read 2026-11-23; -1 where the scheme has no default. */
const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21, ws: 80, wss: 443 };

function partsOf(given: readonly Value[]): UriParts {
  const text = textAt(given, 0).trim();
  const match =
    /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)(?::(\d{1,5}))?([^?#]*)(\?[^#]*)?(?:#.*)?$/.exec(
      text,
    );
  if (!match) return invalid(`\`${text}\` is not an absolute URI`);
  const [, scheme = "", host = "", port, path = "", query = ""] = match;
  const known = scheme.toLowerCase();
  return {
    scheme: known,
    host: host.toLowerCase(),
    port: port === undefined ? (DEFAULT_PORTS[known] ?? -1) : Number(port),
    path: path === "" ? "/" : path,
    query: query === "?" ? "" : query,
  };
}

const uriHost: ExpressionFunction = {
  name: "uriHost",
  summary: "takes the host of a URI",
  arity: [1, 1],
  examples: [["uriHost('https://www.localhost.com:8080')", "www.localhost.com"]],
  call: (given) => partsOf(given).host,
};

const uriPath: ExpressionFunction = {
  name: "uriPath",
  summary: "takes the path of a URI",
  arity: [1, 1],
  examples: [
    ["uriPath('https://www.contoso.com/catalog/shownew.htm?date=today')", "/catalog/shownew.htm"],
    ["uriPath('https://www.contoso.com')", "/"],
  ],
  call: (given) => partsOf(given).path,
};

const uriPathAndQuery: ExpressionFunction = {
  name: "uriPathAndQuery",
  summary: "takes the path and the query of a URI",
  arity: [1, 1],
  examples: [
    ["uriPathAndQuery('https://www.contoso.com/catalog/shownew.htm?date=today')", "/catalog/shownew.htm?date=today"],
  ],
  call: (given) => {
    const { path, query } = partsOf(given);
    return path + query;
  },
};

const uriPort: ExpressionFunction = {
  name: "uriPort",
  summary: "takes the port of a URI, or the default port of its scheme",
  arity: [1, 1],
  examples: [
    ["uriPort('https://www.localhost:8080')", 8080],
    ["uriPort('https://contoso.com')", 443],
  ],
  call: (given) => BigInt(partsOf(given).port),
};

const uriQuery: ExpressionFunction = {
  name: "uriQuery",
  summary: "takes the query of a URI, with its question mark",
  arity: [1, 1],
  examples: [["uriQuery('https://www.contoso.com/catalog/shownew.htm?date=today')", "?date=today"]],
  call: (given) => partsOf(given).query,
};

const uriScheme: ExpressionFunction = {
  name: "uriScheme",
  summary: "takes the scheme of a URI",
  arity: [1, 1],
  examples: [["uriScheme('https://www.contoso.com/catalog/shownew.htm?date=today')", "https"]],
  call: (given) => partsOf(given).scheme,
};

export const uriFunctions: readonly ExpressionFunction[] = [
  uriHost,
  uriPath,
  uriPathAndQuery,
  uriPort,
  uriQuery,
  uriScheme,
];
