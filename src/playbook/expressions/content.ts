/** Binary and XML content as the service carries it: an object with `$content-type` and the bytes in base64 under `$content`. */

import { invalid } from "./failure";
import { isObject, objectOf, type Value, type ValueObject } from "./value";

export const OCTET_STREAM = "application/octet-stream";
export const XML_CONTENT = "application/xml;charset=utf-8";
export const TEXT_CONTENT = "text/plain;charset=utf-8";

export function contentOf(contentType: string, bytes: Uint8Array): ValueObject {
  return objectOf([
    ["$content-type", contentType],
    ["$content", Buffer.from(bytes).toString("base64")],
  ]);
}

export function isContent(value: Value | undefined): value is ValueObject {
  return isObject(value) && typeof value.get("$content") === "string" && typeof value.get("$content-type") === "string";
}

export function contentBytes(content: ValueObject): Uint8Array {
  const text = content.get("$content");
  return base64Bytes(typeof text === "string" ? text : "");
}

export function contentTypeOf(content: ValueObject): string {
  const type = content.get("$content-type");
  return typeof type === "string" ? type : OCTET_STREAM;
}

/** The bytes as UTF-8 text, without a byte order mark. */
export function contentText(content: ValueObject): string {
  return utf8Text(contentBytes(content));
}

export function utf8Text(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes);
}

export function utf8Bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Strict, as .NET reads base64: four by four, padded, white space allowed. */
export function base64Bytes(text: string): Uint8Array {
  const packed = text.replace(/\s+/g, "");
  if (packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) invalid("the text is not valid base64");
  return Buffer.from(packed, "base64");
}
