/** Functions for base64, data URIs, URI components and binary content. */

import {
  base64Bytes,
  contentBytes,
  contentOf,
  contentTypeOf,
  isContent,
  OCTET_STREAM,
  TEXT_CONTENT,
  utf8Bytes,
  utf8Text,
} from "../content";
import { invalid } from "../failure";
import type { Value } from "../value";
import { textOf } from "../value-text";
import { textAt } from "./arguments";
import type { ExpressionFunction } from "./definition";

/** The bytes of content, or the UTF-8 bytes of what the value is as text. */
function bytesOf(value: Value): Uint8Array {
  return isContent(value) ? contentBytes(value) : utf8Bytes(textOf(value));
}

function base64Text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

const base64: ExpressionFunction = {
  name: "base64",
  summary: "writes a text or content in base64",
  arity: [1, 1],
  examples: [["base64('hello')", "aGVsbG8="]],
  call: ([value = null]) => base64Text(bytesOf(value)),
};

const base64ToBinary: ExpressionFunction = {
  name: "base64ToBinary",
  summary: "makes binary content of base64",
  arity: [1, 1],
  examples: [["base64ToBinary('aGVsbG8=')", { "$content-type": OCTET_STREAM, $content: "aGVsbG8=" }]],
  call: (given) => contentOf(OCTET_STREAM, base64Bytes(textAt(given, 0))),
};

const base64ToString: ExpressionFunction = {
  name: "base64ToString",
  summary: "reads the text in base64",
  arity: [1, 1],
  examples: [["base64ToString('aGVsbG8=')", "hello"]],
  call: (given) => utf8Text(base64Bytes(textAt(given, 0))),
};

const decodeBase64: ExpressionFunction = {
  ...base64ToString,
  name: "decodeBase64",
  summary: "reads the text in base64 (the old name of base64ToString)",
  examples: [["decodeBase64('aGVsbG8=')", "hello"]],
};

const binary: ExpressionFunction = {
  name: "binary",
  summary: "makes binary content of a text",
  arity: [1, 1],
  examples: [["binary('hello')", { "$content-type": OCTET_STREAM, $content: "aGVsbG8=" }]],
  call: ([value = null]) => contentOf(OCTET_STREAM, bytesOf(value)),
};

const dataUri: ExpressionFunction = {
  name: "dataUri",
  summary: "makes a data URI of a text or content",
  arity: [1, 1],
  examples: [["dataUri('hello')", "data:text/plain;charset=utf-8;base64,aGVsbG8="]],
  call: ([value = null]) => {
    const type = isContent(value) ? contentTypeOf(value) : TEXT_CONTENT;
    return `data:${type};base64,${base64Text(bytesOf(value))}`;
  },
};

interface DataUri {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

function dataUriAt(given: readonly Value[]): DataUri {
  const text = textAt(given, 0);
  const comma = text.indexOf(",");
  if (!/^data:/i.test(text) || comma === -1) return invalid("the text is not a data URI");
  const head = text.slice(5, comma);
  const data = text.slice(comma + 1);
  const isBase64 = /;\s*base64$/i.test(head);
  const contentType = head.replace(/;\s*base64$/i, "") || "text/plain;charset=US-ASCII";
  return { contentType, bytes: isBase64 ? base64Bytes(decoded(data)) : utf8Bytes(decoded(data)) };
}

const dataUriToBinary: ExpressionFunction = {
  name: "dataUriToBinary",
  summary: "makes content of a data URI",
  arity: [1, 1],
  examples: [
    ["dataUriToBinary('data:text/plain;base64,aGVsbG8=')", { "$content-type": "text/plain", $content: "aGVsbG8=" }],
  ],
  call: (given) => {
    const { contentType, bytes } = dataUriAt(given);
    return contentOf(contentType, bytes);
  },
};

const decodeDataUri: ExpressionFunction = {
  ...dataUriToBinary,
  name: "decodeDataUri",
  summary: "makes content of a data URI (the old name of dataUriToBinary)",
  examples: [["string(decodeDataUri('data:text/plain;charset=utf-8;base64,aGVsbG8='))", "hello"]],
};

const dataUriToString: ExpressionFunction = {
  name: "dataUriToString",
  summary: "reads the text in a data URI",
  arity: [1, 1],
  examples: [["dataUriToString('data:text/plain;charset=utf-8;base64,aGVsbG8=')", "hello"]],
  call: (given) => utf8Text(dataUriAt(given).bytes),
};

/** All but letters, digits and `-_.~`, as .NET's Uri.EscapeDataString. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD")).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Runs of escapes that are valid UTF-8; anything else stays as it is. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

const uriComponent: ExpressionFunction = {
  name: "uriComponent",
  summary: "escapes a text for a URI",
  arity: [1, 1],
  examples: [["uriComponent('https://contoso.com')", "https%3A%2F%2Fcontoso.com"]],
  call: ([value = null]) =>
    encoded(typeof value === "string" ? value : value === null ? textAt([value], 0) : textOf(value)),
};

const encodeUriComponent: ExpressionFunction = {
  ...uriComponent,
  name: "encodeUriComponent",
  summary: "escapes a text for a URI (the old name of uriComponent)",
  examples: [["encodeUriComponent('nina@contoso.example')", "nina%40contoso.example"]],
};

const uriComponentToString: ExpressionFunction = {
  name: "uriComponentToString",
  summary: "takes the escapes out of a part of a URI",
  arity: [1, 1],
  examples: [["uriComponentToString('https%3A%2F%2Fcontoso.com')", "https://contoso.com"]],
  call: (given) => decoded(textAt(given, 0)),
};

const decodeUriComponent: ExpressionFunction = {
  ...uriComponentToString,
  name: "decodeUriComponent",
  summary: "takes the escapes out of a part of a URI (the old name of uriComponentToString)",
  examples: [["decodeUriComponent('https%3A%2F%2Fcontoso.com')", "https://contoso.com"]],
};

const uriComponentToBinary: ExpressionFunction = {
  name: "uriComponentToBinary",
  summary: "makes binary content of a part of a URI, without its escapes",
  arity: [1, 1],
  examples: [["base64(uriComponentToBinary('https%3A%2F%2Fcontoso.com'))", "aHR0cHM6Ly9jb250b3NvLmNvbQ=="]],
  call: (given) => contentOf(OCTET_STREAM, utf8Bytes(decoded(textAt(given, 0)))),
};

export const encodingFunctions: readonly ExpressionFunction[] = [
  base64,
  base64ToBinary,
  base64ToString,
  binary,
  dataUri,
  dataUriToBinary,
  dataUriToString,
  decodeBase64,
  decodeDataUri,
  decodeUriComponent,
  encodeUriComponent,
  uriComponent,
  uriComponentToBinary,
  uriComponentToString,
];
