/** Texts in Base64, percent signs, hexadecimal digits and compressed. */

import { gunzipSync, inflateSync } from "node:zlib";
import { type Dynamic, isArray } from "../values/value";
import { type CallSite, type Example, type KqlFunction, kqlFunction, overload, page } from "./definition";

const TEXT = [{ name: "text", type: "string" }] as const;

/** The text of UTF-8 bytes, or undefined when they are none. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes of a Base64 text; undefined when letters are in it that Base64 has not. */
function bytesOf(site: CallSite, text: string): Buffer | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  if (text.length % 4 !== 0) {
    return site.refuse("unsupported", `\`${site.name}\` of Base64 without its padding is not evaluated`);
  }
  return Buffer.from(text, "base64");
}

function decoder(
  name: string,
  returns: "string" | "dynamic" | "guid",
  decode: (bytes: Buffer) => Dynamic,
  examples: readonly Example[],
  aliases: readonly string[] = [],
): KqlFunction {
  return kqlFunction({
    name,
    aliases,
    source: `${page(`${name.replaceAll("_", "-")}-function`)}, engine`,
    params: TEXT,
    returns,
    nulls: "sees nulls",
    examples,
    prepare: (site) => (text) => {
      const bytes = bytesOf(site, text);
      const none = returns === "string" ? "" : null;
      return bytes === undefined ? none : (decode(bytes) ?? none);
    },
  });
}

const GUID_BYTES = 16;

/** A guid's first three parts stand in it with their bytes turned round. */
const GUID_ORDER = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

function guidOf(bytes: Buffer): string | null {
  if (bytes.length !== GUID_BYTES) return null;
  const digits = GUID_ORDER.map((at) => (bytes[at] ?? 0).toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const encodeText = kqlFunction({
  name: "base64_encode_tostring",
  aliases: ["base64_encodestring"],
  source: `${page("base64-encode-tostring-function")}`,
  params: TEXT,
  returns: "string",
  nulls: "sees nulls",
  examples: [["base64_encode_tostring('Kusto')", "'S3VzdG8='"]],
  call: (text) => Buffer.from(text, "utf8").toString("base64"),
});

const encodeArray = kqlFunction({
  name: "base64_encode_fromarray",
  source: `${page("base64-encode-fromarray-function")}, engine`,
  params: [{ name: "bytes", type: "dynamic" }],
  returns: "string",
  nulls: "sees nulls",
  examples: [["base64_encode_fromarray(dynamic([75, 117, 115, 116, 111]))", "'S3VzdG8='"]],
  prepare: (site) => (bytes) => {
    const isByte = (each: Dynamic) => Number.isInteger(each) && Number(each) >= 0 && Number(each) < 256;
    if (!isArray(bytes) || !bytes.every(isByte)) {
      return site.refuse("unsupported", `\`${site.name}\` is evaluated for arrays of bytes only`);
    }
    return Buffer.from(bytes.map(Number)).toString("base64");
  },
});

const encodeGuid = kqlFunction({
  name: "base64_encode_fromguid",
  source: page("base64-encode-fromguid-function"),
  params: [{ name: "guid", type: "guid" }],
  returns: "string",
  nulls: "null in, null out",
  examples: [["base64_encode_fromguid(guid(10e99626-bc2b-4c75-bb3e-fe606de25700))", "'JpbpECu8dUy7Pv5gbeJXAA=='"]],
  call: (guid) => {
    const bytes = Buffer.from(guid.replaceAll("-", ""), "hex");
    return Buffer.from(GUID_ORDER.map((at) => bytes[at] ?? 0)).toString("base64");
  },
});

/** Letters that percent-encoders disagree about; none was recorded. */
const DISPUTED = /[!*()'~]/;

function percentEncoder(name: string, space: string, example: Example): KqlFunction {
  return kqlFunction({
    name,
    source: page(`${name.replaceAll("_", "-")}-function`),
    params: TEXT,
    returns: "string",
    nulls: "sees nulls",
    examples: [example],
    prepare: (site) => (text) => {
      if (DISPUTED.test(text)) return site.refuse("unsupported", `\`${name}\` of \`!*()'~\` is not evaluated`);
      return [...Buffer.from(text, "utf8")]
        .map((byte) => {
          const letter = String.fromCharCode(byte);
          if (/[\w.-]/.test(letter)) return letter;
          return letter === " " ? space : `%${byte.toString(16).padStart(2, "0")}`;
        })
        .join("");
    },
  });
}

const urlDecode = kqlFunction({
  name: "url_decode",
  source: `${page("url-decode-function")}, engine`,
  params: TEXT,
  returns: "string",
  nulls: "sees nulls",
  examples: [["url_decode('https%3a%2f%2fwww.bing.com%2f')", "'https://www.bing.com/'"]],
  prepare: (site) => (text) => {
    const isPlain = !/\+|%(?![0-9a-f]{2})/i.test(text);
    const parts = isPlain ? text.split(/((?:%[0-9a-f]{2})+)/i) : [];
    const decoded = parts.map((part, index) =>
      index % 2 === 0 ? part : utf8(Buffer.from(part.replaceAll("%", ""), "hex")),
    );
    if (!isPlain || decoded.includes(undefined)) {
      return site.refuse(
        "unsupported",
        "`url_decode` of a plus sign, or of percent signs that encode nothing, is not evaluated",
      );
    }
    return decoded.join("");
  },
});

/** Most bytes that a packed text may grow to. */
const UNPACKED_BYTES_MAX = 1_048_576;

function unpacker(name: string, unpack: (bytes: Buffer) => Buffer, example: Example): KqlFunction {
  return decoder(
    name,
    "string",
    (bytes) => {
      try {
        return utf8(unpack(bytes)) ?? null;
      } catch {
        return null;
      }
    },
    [example],
  );
}

const tohex: KqlFunction = {
  name: "tohex",
  source: `${page("tohex-function")}, engine`,
  examples: [
    ["tohex(256)", "'100'"],
    ["tohex(-256)", "'ffffffffffffff00'"],
    ["tohex(int(-256), 8)", "'ffffff00'"],
    ["tohex(256, 8)", "'00000100'"],
  ],
  overloads: (["int", "long"] as const).map((type) =>
    overload({
      params: [
        { name: "value", type },
        { name: "width", type: "long", optional: true },
      ],
      returns: "string",
      nulls: "null in, null out",
      call: (value: number | bigint, width: number | bigint = 0) =>
        BigInt.asUintN(type === "int" ? 32 : 64, BigInt(value))
          .toString(16)
          .padStart(Math.min(Number(width), HEX_WIDTH_MAX), "0"),
    }),
  ),
};

const HEX_WIDTH_MAX = 16;

export const encodingFunctions: readonly KqlFunction[] = [
  decoder(
    "base64_decode_tostring",
    "string",
    (bytes) => utf8(bytes) ?? "",
    [
      ["base64_decode_tostring('S3VzdG8=')", "'Kusto'"],
      ["base64_decode_tostring('U3RyaW5n0KHR0tGA0L7Rh9C60LA=')", "''"],
    ],
    ["base64_decodestring"],
  ),
  decoder("base64_decode_toarray", "dynamic", (bytes) => [...bytes], [
    ["base64_decode_toarray('S3VzdG8=')", "dynamic([75, 117, 115, 116, 111])"],
  ]),
  decoder("base64_decode_toguid", "guid", guidOf, [
    ["base64_decode_toguid('JpbpECu8dUy7Pv5gbeJXAA==')", "guid(10e99626-bc2b-4c75-bb3e-fe606de25700)"],
    ["isnull(base64_decode_toguid('abcd1231'))", "true"],
  ]),
  encodeText,
  encodeArray,
  encodeGuid,
  percentEncoder("url_encode", "+", ["url_encode('https://a.b/c d')", "'https%3a%2f%2fa.b%2fc+d'"]),
  percentEncoder("url_encode_component", "%20", ["url_encode_component('a/b c')", "'a%2fb%20c'"]),
  urlDecode,
  unpacker(
    "gzip_decompress_from_base64_string",
    (bytes) => gunzipSync(bytes, { maxOutputLength: UNPACKED_BYTES_MAX }),
    [
      "gzip_decompress_from_base64_string('H4sIAAAAAAAA/wEUAOv/MTIzNDU2Nzg5MHF3ZXJ0eXVpb3A6m7f2FAAAAA==')",
      "'1234567890qwertyuiop'",
    ],
  ),
  unpacker(
    "zlib_decompress_from_base64_string",
    (bytes) => inflateSync(bytes, { maxOutputLength: UNPACKED_BYTES_MAX }),
    ["zlib_decompress_from_base64_string('eJwLSS0uUSguKcrMS1cwNDIGACxqBQ4=')", "'Test string 123'"],
  ),
  tohex,
];
