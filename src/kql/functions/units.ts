/** `convert_length` and its kin: values from one unit to another. Units by the names of the documents; factors are the defined ones. */

import { type CallSite, type Example, type KqlFunction, kqlFunction, page } from "./definition";

/** How many base units one unit is. Prefixes are those of the SI, foot, pound and nautical mile by definition; recorded and documented results fit. */
type Factors = Readonly<Record<string, number>>;

const FOOT = 0.3048;
const POUND = 0.453_592_37;
const POUND_FORCE = 4.448_221_615_260_5;

const LENGTHS: Factors = {
  Meter: 1,
  Kilometer: 1e3,
  Hectometer: 100,
  Decameter: 10,
  Decimeter: 0.1,
  Centimeter: 0.01,
  Millimeter: 1e-3,
  Micrometer: 1e-6,
  Nanometer: 1e-9,
  Angstrom: 1e-10,
  Inch: FOOT / 12,
  Foot: FOOT,
  Yard: FOOT * 3,
  Mile: FOOT * 5280,
  NauticalMile: 1852,
};

const MASSES: Factors = {
  Kilogram: 1,
  Gram: 1e-3,
  Milligram: 1e-6,
  Microgram: 1e-9,
  Tonne: 1e3,
  Kilotonne: 1e6,
  Pound: POUND,
  Ounce: POUND / 16,
  Grain: POUND / 7000,
  Stone: POUND * 14,
  ShortTon: POUND * 2000,
  LongTon: POUND * 2240,
};

const FORCES: Factors = {
  Newton: 1,
  Decanewton: 10,
  Kilonewton: 1e3,
  Meganewton: 1e6,
  Micronewton: 1e-6,
  Millinewton: 1e-3,
  Dyn: 1e-5,
  KilogramForce: 9.806_65,
  PoundForce: POUND_FORCE,
};

const ENERGIES: Factors = {
  Joule: 1,
  Kilojoule: 1e3,
  Megajoule: 1e6,
  Gigajoule: 1e9,
  Millijoule: 1e-3,
  WattHour: 3600,
  KilowattHour: 3.6e6,
  MegawattHour: 3.6e9,
  GigawattHour: 3.6e12,
  Calorie: 4.184,
  Kilocalorie: 4184,
  Erg: 1e-7,
};

const SPEEDS: Factors = {
  MeterPerSecond: 1,
  MeterPerMinute: 1 / 60,
  MeterPerHour: 1 / 3600,
  KilometerPerSecond: 1e3,
  KilometerPerMinute: 1e3 / 60,
  KilometerPerHour: 1 / 3.6,
  CentimeterPerSecond: 0.01,
  MillimeterPerSecond: 1e-3,
  FootPerSecond: FOOT,
  FootPerMinute: FOOT / 60,
  InchPerSecond: FOOT / 12,
  YardPerSecond: FOOT * 3,
  MilePerHour: (FOOT * 5280) / 3600,
  Knot: 1852 / 3600,
};

const ANGLES: Factors = {
  Degree: 1,
  Radian: 180 / Math.PI,
  Arcminute: 1 / 60,
  Arcsecond: 1 / 3600,
  Gradian: 0.9,
  Revolution: 360,
};

const VOLUMES: Factors = {
  CubicMeter: 1,
  CubicDecimeter: 1e-3,
  CubicCentimeter: 1e-6,
  CubicMillimeter: 1e-9,
  CubicKilometer: 1e9,
  CubicFoot: FOOT ** 3,
  CubicInch: (FOOT / 12) ** 3,
  CubicYard: (FOOT * 3) ** 3,
  Liter: 1e-3,
  Milliliter: 1e-6,
  Centiliter: 1e-5,
  Deciliter: 1e-4,
  Hectoliter: 0.1,
  Kiloliter: 1,
};

/** A unit as a scale and a zero: kelvin = (value + zero) * scale. */
const TEMPERATURES: Readonly<Record<string, readonly [scale: number, zero: number]>> = {
  Kelvin: [1, 0],
  DegreeCelsius: [1, 273.15],
  DegreeFahrenheit: [5 / 9, 459.67],
  DegreeRankine: [5 / 9, 0],
};

const PARAMS = [
  { name: "value", type: "real" },
  { name: "from", type: "string" },
  { name: "to", type: "string" },
] as const;

function unitOf<T>(site: CallSite, units: Readonly<Record<string, T>>, name: string): T {
  const unit = Object.hasOwn(units, name) ? units[name] : undefined;
  return unit ?? site.refuse("unsupported", `\`${site.name}\` with the unit \`${name}\` is not evaluated`);
}

function conversion(kind: string, factors: Factors, example: Example): KqlFunction {
  return kqlFunction({
    name: `convert_${kind}`,
    source: `${page(`convert-${kind}-function`)}, engine`,
    params: PARAMS,
    returns: "real",
    nulls: "null in, null out",
    examples: [example],
    prepare: (site) => (value, from, to) => (value * unitOf(site, factors, from)) / unitOf(site, factors, to),
  });
}

const convertTemperature = kqlFunction({
  name: "convert_temperature",
  source: `${page("convert-temperature-function")}, engine`,
  params: PARAMS,
  returns: "real",
  nulls: "null in, null out",
  examples: [
    ["round(convert_temperature(1.2, 'Kelvin', 'DegreeCelsius'), 9)", "-271.95"],
    ["round(convert_temperature(100, 'DegreeCelsius', 'DegreeFahrenheit'), 9)", "212.0"],
  ],
  prepare: (site) => (value, from, to) => {
    const [fromScale, fromZero] = unitOf(site, TEMPERATURES, from);
    const [toScale, toZero] = unitOf(site, TEMPERATURES, to);
    return ((value + fromZero) * fromScale) / toScale - toZero;
  },
});

export const unitFunctions: readonly KqlFunction[] = [
  conversion("angle", ANGLES, ["convert_angle(90, 'Degree', 'Arcminute')", "5400.0"]),
  conversion("energy", ENERGIES, ["convert_energy(1, 'KilowattHour', 'Joule')", "3600000.0"]),
  conversion("force", FORCES, ["convert_force(1.2, 'Newton', 'Decanewton')", "0.12"]),
  conversion("length", LENGTHS, ["round(convert_length(1.2, 'Meter', 'Foot'), 9)", "3.937007874"]),
  conversion("mass", MASSES, ["round(convert_mass(1.2, 'Kilogram', 'Pound'), 9)", "2.645547146"]),
  conversion("speed", SPEEDS, ["round(convert_speed(36, 'KilometerPerHour', 'MeterPerSecond'), 9)", "10.0"]),
  convertTemperature,
  conversion("volume", VOLUMES, ["convert_volume(1.2, 'CubicMeter', 'Liter')", "1200.0"]),
];
