/** Where addresses are: one shape for tests, requests and files. */

import { map, mapOf, number, optional, text } from "./words";

const location = map(
  {
    country: optional(text("Its country.")),
    state: optional(text("Its state.")),
    city: optional(text("Its city.")),
    latitude: optional(number("Degrees.", { minimum: -90, maximum: 90 })),
    longitude: optional(number("Degrees.", { minimum: -180, maximum: 180 })),
  },
  "What is known of the address; {} for nothing.",
);

export const ipLocations = mapOf(location, "Where addresses are: by address, by network, * for all others.");
