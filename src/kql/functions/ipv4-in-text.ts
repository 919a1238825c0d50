/** `has_ipv4` and its kin: addresses that stand in a text, set off by anything but letters and digits. */

import { flattened } from "../values/flattened";
import { textOfDynamic } from "../values/text";
import { type KqlFunction, kqlFunction, page } from "./definition";

/** UNVERIFIED: octets with leading zeros, and a fifth number after one more dot; neither counts here. A recorded result would settle it. */
const ADDRESS = /(?<![\p{L}\p{N}]|\p{N}\.)(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})(?![\p{L}\p{N}]|\.\p{N})/gu;
const PREFIX = /^(?:\d{1,3}\.){1,3}$/;

const isInOctets = (text: string) =>
  text
    .split(".")
    .filter((octet) => octet !== "")
    .every((octet) => Number(octet) <= 255);

function addressesIn(text: string): readonly string[] {
  return [...text.matchAll(ADDRESS)].map(([address]) => address).filter(isInOctets);
}

/** Whole addresses only. */
function hasAddress(text: string, wanted: string): boolean {
  return addressesIn(text).includes(wanted);
}

/** A prefix is a whole address or ends with a dot. */
function hasPrefix(text: string, wanted: string): boolean {
  if (!PREFIX.test(wanted)) return hasAddress(text, wanted);
  return isInOctets(wanted) && addressesIn(text).some((address) => address.startsWith(wanted));
}

type Test = (text: string, wanted: string) => boolean;

function single(name: string, test: Test, examples: KqlFunction["examples"]): KqlFunction {
  return kqlFunction({
    name,
    source: `${page(`${name.replaceAll("_", "-")}-function`)}, engine`,
    params: [
      { name: "text", type: "string" },
      { name: "ip", type: "string" },
    ],
    returns: "bool",
    nulls: "sees nulls",
    examples,
    call: test,
  });
}

function several(name: string, test: Test, examples: KqlFunction["examples"]): KqlFunction {
  return kqlFunction({
    name,
    source: `${page(`${name.replaceAll("_", "-")}-function`)}, engine`,
    params: [
      { name: "text", type: "string" },
      { name: "list", type: "any", repeats: true },
    ],
    returns: "bool",
    nulls: "sees nulls",
    examples,
    call: (text, ...list) => flattened(list).some((each) => test(text, textOfDynamic(each))),
  });
}

export const ipv4InTextFunctions: readonly KqlFunction[] = [
  single("has_ipv4", hasAddress, [
    ["has_ipv4('05:04:54 127.0.0.1 GET', '127.0.0.1')", "true"],
    ["has_ipv4('05:04:54127.0.0.1 GET', '127.0.0.1')", "false"],
    ["has_ipv4('127.0.0.256', '127.0.0.256')", "false"],
  ]),
  single("has_ipv4_prefix", hasPrefix, [
    ["has_ipv4_prefix('at 127.0.0.1.', '127.0.')", "true"],
    ["has_ipv4_prefix('at 127.0.0.1.', '127.0')", "false"],
  ]),
  several("has_any_ipv4", hasAddress, [
    ["has_any_ipv4('at 127.0.0.1', '10.0.0.1', '127.0.0.1')", "true"],
    ["has_any_ipv4('at 127.0.0.1', dynamic(['10.0.0.1']))", "false"],
  ]),
  several("has_any_ipv4_prefix", hasPrefix, [
    ["has_any_ipv4_prefix('at 127.0.0.1', dynamic(['10.', '127.0.']))", "true"],
  ]),
];
