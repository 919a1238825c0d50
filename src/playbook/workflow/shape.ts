/** The outer shape of a workflow definition, as a schema: what editors and requests are checked against. */

import { Type } from "typebox";

const named = (description: string) => Type.Record(Type.String(), Type.Unknown(), { description });

/** Members are checked one by one by the checks of this room, which know their places; so the schema stays loose. */
export const workflowShape = Type.Object({
  $schema: Type.Optional(Type.String()),
  contentVersion: Type.Optional(Type.String()),
  parameters: Type.Optional(named("declarations: type, defaultValue")),
  triggers: Type.Optional(named("triggers by name")),
  actions: Type.Optional(named("actions by name")),
  outputs: Type.Optional(named("outputs by name")),
  staticResults: Type.Optional(named("mocked results by name")),
});

/** Values of parameters, as ARM takes them. */
export const workflowValuesShape = Type.Record(Type.String(), Type.Unknown(), { description: "`{ name: { value } }`" });
