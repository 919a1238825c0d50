/** A tenant's settings that are of another kind than the location. */

import type { CheckInfo } from "../../../diagnostics";
import { documents, location, tenant } from "./example";

export const locationOverride: CheckInfo = {
  code: "PKT5422",
  severity: "error",
  title: "ranges for a location of countries, or countries for one of ranges",
  why: "A location is one or the other for good: the provider replaces it when it changes its kind, and policies that use it stand in the way.",
  source: "https://github.com/hashicorp/terraform-provider-azuread, named_location_resource.go, read 2026-11-23",
  avoid: documents(tenant({ overrides: "overrides: { headquarters: { countries: [BE] } }" }), location()),
  prefer: documents(tenant({ overrides: "overrides: { headquarters: { ranges: [198.51.100.0/24] } }" }), location()),
  nearMiss: documents(
    tenant({ overrides: "overrides: { headquarters: { countries: [BE] } }" }),
    location({ ranges: "countriesAndRegions: [NL]" }),
  ),
};
