/** The shapes of documents are valid schemas: nothing checks that when they are compiled. */

import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { kinds } from "../../src/documents/kinds/kinds";

const ajv = new Ajv({ strict: false, validateFormats: false });

for (const { kind, shape } of kinds) {
  test(kind, () => {
    expect({ isValid: ajv.validateSchema(shape), errors: ajv.errors ?? [] }).toEqual({ isValid: true, errors: [] });
  });
}
