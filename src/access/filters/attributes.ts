/** The device attributes that a filter can use, each with its own operators and values.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-condition-filters-for-devices#supported-operators-and-device-properties-for-filters, read 2026-11-23. */

export type FilterOperator = "eq" | "startsWith" | "endsWith" | "contains" | "in";

export interface FilterAttribute {
  readonly name: string;
  readonly operators: readonly FilterOperator[];
  /** The only values there are, in Microsoft's own case. */
  readonly values?: readonly string[];
  readonly form?: "guid";
  /** Several texts: `contains` then means one whole element. */
  readonly isCollection?: boolean;
  /** Whoever uses the device can change it. */
  readonly isUserChangeable?: boolean;
}

const EQUALITY = ["eq"] as const;
const IDS = ["eq", "in"] as const;
const TEXT = ["eq", "startsWith", "endsWith", "contains", "in"] as const;

const ATTRIBUTES: readonly FilterAttribute[] = [
  { name: "deviceId", operators: IDS, form: "guid" },
  { name: "displayName", operators: TEXT, isUserChangeable: true },
  { name: "deviceOwnership", operators: EQUALITY, values: ["Personal", "Company"] },
  { name: "enrollmentProfileName", operators: TEXT },
  { name: "isCompliant", operators: EQUALITY, values: ["True", "False"] },
  { name: "manufacturer", operators: TEXT, isUserChangeable: true },
  { name: "mdmAppId", operators: IDS, form: "guid" },
  { name: "model", operators: TEXT, isUserChangeable: true },
  { name: "operatingSystem", operators: TEXT },
  { name: "operatingSystemVersion", operators: TEXT },
  { name: "physicalIds", operators: ["contains"], isCollection: true },
  { name: "profileType", operators: EQUALITY, values: ["RegisteredDevice", "SecureVM", "Printer", "Shared", "IoT"] },
  { name: "systemLabels", operators: ["contains"], isCollection: true },
  { name: "trustType", operators: EQUALITY, values: ["AzureAD", "ServerAD", "Workplace"] },
  ...Array.from({ length: 15 }, (_, index) => ({ name: `extensionAttribute${index + 1}`, operators: TEXT })),
];

/** By name in lower case. */
export const DEVICE_ATTRIBUTES: ReadonlyMap<string, FilterAttribute> = new Map(
  ATTRIBUTES.map((attribute) => [attribute.name.toLowerCase(), attribute]),
);

/** Custom security attributes are texts, or collections of texts, under names of the tenant's own. */
export function customSecurityAttribute(name: string): FilterAttribute {
  return { name, operators: TEXT };
}

export interface ReadOperator {
  readonly operator: FilterOperator;
  readonly isNegative: boolean;
}

const OPERATORS: ReadonlyMap<string, ReadOperator> = new Map([
  ["eq", { operator: "eq", isNegative: false }],
  ["equals", { operator: "eq", isNegative: false }],
  ["ne", { operator: "eq", isNegative: true }],
  ["notequals", { operator: "eq", isNegative: true }],
  ["startswith", { operator: "startsWith", isNegative: false }],
  ["notstartswith", { operator: "startsWith", isNegative: true }],
  ["endswith", { operator: "endsWith", isNegative: false }],
  ["notendswith", { operator: "endsWith", isNegative: true }],
  ["contains", { operator: "contains", isNegative: false }],
  ["notcontains", { operator: "contains", isNegative: true }],
  ["in", { operator: "in", isNegative: false }],
  ["notin", { operator: "in", isNegative: true }],
] as const);

export function readOperator(text: string): ReadOperator | undefined {
  return OPERATORS.get(text.toLowerCase());
}

/** For help texts: the operators of an attribute, negative ones too. */
export function operatorNames({ operators }: FilterAttribute): readonly string[] {
  return operators.flatMap((operator) => {
    const name = operator === "eq" ? "ne" : `not${operator[0]?.toUpperCase()}${operator.slice(1)}`;
    return [`-${operator}`, `-${name}`];
  });
}
