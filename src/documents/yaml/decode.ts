/** Bytes of a file to text: UTF-8, with or without a byte order mark. Anything else is refused with the place of the first wrong byte. */

import { type Diagnostic, finding, type Parsed, type SourceText, sourceText, span } from "../../diagnostics";
import { notUtf8 } from "../checks/not-utf8";
import { FILE_BYTES_MAX, tooLarge } from "../checks/too-large";

/** The text of a file; an empty text beside an error where the bytes are not one. */
export function decodeFile(path: string, bytes: Uint8Array): Parsed<SourceText> {
  if (bytes.length > FILE_BYTES_MAX) {
    const message = `the file has ${bytes.length} bytes, at most ${FILE_BYTES_MAX} are read`;
    return refused(path, finding(tooLarge, { message, at: span(sourceText(path, ""), 0, 0) }));
  }
  const encoding = foreignEncoding(bytes);
  if (encoding !== undefined) {
    const at = span(sourceText(path, ""), 0, 0);
    return refused(path, finding(notUtf8, { message: `the file is ${encoding}, expected UTF-8`, at }));
  }
  try {
    return { value: sourceText(path, new TextDecoder("utf-8", { fatal: true }).decode(bytes)), diagnostics: [] };
  } catch {
    return refused(path, wrongByte(path, bytes));
  }
}

function refused(path: string, diagnostic: Diagnostic): Parsed<SourceText> {
  return { value: sourceText(path, ""), diagnostics: [diagnostic] };
}

/** A zero byte among the first of them is in no text. */
const BINARY_BYTES = 8_000;

function foreignEncoding(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "UTF-16 (little endian)";
  if (first === 0xfe && second === 0xff) return "UTF-16 (big endian)";
  if (first === 0 || second === 0) return "UTF-16 or binary";
  return bytes.subarray(0, BINARY_BYTES).includes(0) ? "binary" : undefined;
}

/** Points at the first byte that does not decode: the longest prefix that does is found by bisection. */
function wrongByte(path: string, bytes: Uint8Array): Diagnostic {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isDecodable(bytes.subarray(0, middle), { stream: true })) good = middle;
    else bad = middle;
  }
  // The prefix may end with the lead byte of a character that never comes: that byte is the wrong one.
  while (good > 0 && !isDecodable(bytes.subarray(0, good))) good -= 1;
  const prefix = new TextDecoder("utf-8").decode(bytes.subarray(0, good));
  const byte = (bytes[good] ?? 0).toString(16).padStart(2, "0");
  return finding(notUtf8, {
    message: `byte 0x${byte} is not UTF-8`,
    help: "save the file as UTF-8; it may be Latin-1 or Windows-1252 now",
    at: span(sourceText(path, prefix), prefix.length, prefix.length),
  });
}

/** `stream` allows that the bytes end inside a character. */
function isDecodable(bytes: Uint8Array, options: { readonly stream: boolean } = { stream: false }): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, options);
    return true;
  } catch {
    return false;
  }
}
