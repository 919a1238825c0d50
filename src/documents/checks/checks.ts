/** All check records of the room. */

import type { CheckInfo } from "../../diagnostics";
import { aliasBomb } from "./alias-bomb";
import { duplicateKey } from "./duplicate-key";
import { emptyFile } from "./empty-file";
import { ignoredKey } from "./ignored-key";
import { missingKey } from "./missing-key";
import { noIdentity } from "./no-identity";
import { noKind } from "./no-kind";
import { notUtf8 } from "./not-utf8";
import { refusedKind } from "./refused-kind";
import { tooLarge } from "./too-large";
import { unknownKey } from "./unknown-key";
import { unknownKind } from "./unknown-kind";
import { wrongType } from "./wrong-type";
import { wrongValue } from "./wrong-value";
import { yamlSyntax } from "./yaml-syntax";

export const documentChecks: readonly CheckInfo[] = [
  aliasBomb,
  duplicateKey,
  emptyFile,
  ignoredKey,
  missingKey,
  noIdentity,
  noKind,
  notUtf8,
  refusedKind,
  tooLarge,
  unknownKey,
  unknownKind,
  wrongType,
  wrongValue,
  yamlSyntax,
];
