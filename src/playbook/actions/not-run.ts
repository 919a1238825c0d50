/** Types of action whose work is not done here: the world may give their results, else a run that reaches one is refused by name. */

import { standIn } from "../run/stand-in";
import type { ActionDefinition } from "./definition";

function notRun(type: string, summary: string, required: readonly string[] = []): ActionDefinition {
  return { type, summary, required, run: standIn };
}

/** Source: the reference of triggers and actions and the schema 2016-06-01 of definitions, read 2026-11-23. */
export const actionsNotRun: readonly ActionDefinition[] = [
  notRun("ApiManagement", "calls an API of API Management", ["inputs/api/id"]),
  notRun("AS2Decode", "reads an AS2 message"),
  notRun("AS2Encode", "writes an AS2 message"),
  notRun("Batch", "takes messages in batches"),
  notRun("EdifactDecode", "reads an EDIFACT message"),
  notRun("EdifactEncode", "writes an EDIFACT message"),
  notRun("Expression", "evaluates an expression"),
  notRun("FlatFileDecoding", "reads a flat file"),
  notRun("FlatFileEncoding", "writes a flat file"),
  notRun("IntegrationAccountArtifactLookup", "looks up an artifact of an integration account"),
  notRun("JavaScriptCode", "runs JavaScript", ["inputs/code"]),
  notRun("Liquid", "transforms by a Liquid template"),
  notRun("RosettaNetDecode", "reads a RosettaNet message"),
  notRun("RosettaNetEncode", "writes a RosettaNet message"),
  notRun("RosettaNetWaitForResponse", "waits for a RosettaNet response"),
  notRun("SendToBatch", "sends a message to a batch"),
  notRun("SwiftDecode", "reads a SWIFT message"),
  notRun("SwiftEncode", "writes a SWIFT message"),
  notRun("X12Decode", "reads an X12 message"),
  notRun("X12Encode", "writes an X12 message"),
  notRun("XmlCompose", "makes XML by a schema"),
  notRun("XmlParse", "reads XML by a schema"),
  notRun("XmlValidation", "checks XML against a schema"),
  notRun("Xslt", "transforms XML"),
];
