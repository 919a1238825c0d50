/** Filter for devices, and the retired device state. An unregistered device has no attributes; extension attributes show only on devices that are managed, compliant or hybrid joined.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-condition-filters-for-devices, read 2026-11-23. */

import { filterFormula } from "../filters/filter-formula";
import { passes, textDimensions } from "../filters/text-dimension";
import { type Condition, idsOf } from "../model/condition";
import { ALWAYS, all, any, type Formula, flagDimension, isSet, NEVER, not } from "../model/formula";

const registered = flagDimension(
  "device registered",
  ({ device }) => device.isRegistered,
  (draft, value) => {
    draft.device.registered = value;
  },
);

const managed = flagDimension(
  "device managed",
  ({ device }) => device.isManaged,
  (draft, value) => {
    if (value) draft.device.isManaged = true;
  },
);

const attribute = textDimensions(
  "device",
  ({ device }, name) => device.attributes.get(name.toLowerCase()) ?? null,
  (draft, name, value) => {
    draft.device[name] = name === "isCompliant" ? value === "true" : (MICROSOFT_CASE.get(value) ?? value);
  },
);

/** Fixed values as they are usually written. */
const MICROSOFT_CASE: ReadonlyMap<string, string> = new Map(
  [
    "AzureAD",
    "ServerAD",
    "Workplace",
    "Personal",
    "Company",
    "RegisteredDevice",
    "SecureVM",
    "Printer",
    "Shared",
    "IoT",
  ].map((value) => [value.toLowerCase(), value]),
);

export const isRegistered = isSet(registered);

const hasTrust = (type: string) =>
  passes(attribute("trustType", ["azuread", "serverad", "workplace"]), [{ operator: "eq", value: type }]);

/** A device that Intune or another management service marked as compliant. */
export const isCompliantDevice = all(
  isRegistered,
  passes(attribute("isCompliant", ["true", "false"]), [{ operator: "eq", value: "true" }]),
);

export const isHybridJoined = all(isRegistered, hasTrust("serverad"));

const showsExtensions = any(all(isRegistered, isSet(managed)), isCompliantDevice, isHybridJoined);

function isVisible(name: string): Formula {
  return name.toLowerCase().startsWith("extensionattribute") ? showsExtensions : isRegistered;
}

export const devices: Condition = {
  formula: ({ devices: condition, deviceStates }, { refuse }) => {
    const filter = condition?.deviceFilter;
    const excludedStates = [condition?.excludeDevices, condition?.excludeDeviceStates, deviceStates?.excludeStates];
    const states = not(any(...excludedStates.flatMap((list) => idsOf(list)).map(stateFormula)));
    if (!filter) return states;
    const matching = filterFormula(filter, {
      pointer: "/conditions/devices/deviceFilter/rule",
      refuse,
      attributes: { kind: "device", dimension: attribute, isVisible },
    });
    return all(states, filter.mode === "include" ? matching : not(matching));
  },
  reads: ({ device }) => (device.isRegistered ? undefined : "unregistered"),
  reason: () => "devices",
};

function stateFormula(state: string): Formula {
  if (state === "compliant") return isCompliantDevice;
  if (state === "domainjoined") return isHybridJoined;
  return state === "all" ? ALWAYS : NEVER;
}
