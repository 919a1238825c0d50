/** Bytes that are not UTF-8. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const notUtf8: CheckInfo = {
  code: "PKT1004",
  severity: "error",
  title: "a file that is not UTF-8",
  why: "In another encoding a query would reach Sentinel with other characters than the author saw.",
  source: "picket",
  avoid: () => new Uint8Array([0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xe9, 0x0a]),
  prefer: rule({ name: "name: Accès depuis une adresse connue" }),
  nearMiss: rule({ name: "name: Sign-in from 鎌倉, whose first byte is e9 too" }),
};
