/** All scalar functions and operators, by name. */

import { arithmeticFunctions } from "./arithmetic";
import { aroundFunctions } from "./around";
import { arrayFunctions } from "./array";
import { arrayMoveFunctions } from "./array-move";
import { arraySortFunctions } from "./array-sort";
import { arrayValueFunctions } from "./array-values";
import { bagFunctions } from "./bag";
import { bitFunctions } from "./bits";
import { calendarFunctions } from "./calendar";
import { comparisonFunctions } from "./comparison";
import { conditionalFunctions } from "./conditional";
import { conversionFunctions } from "./conversion";
import { datetimeFunctions } from "./datetime";
import { datetimePartFunctions } from "./datetime-parts";
import type { KqlFunction } from "./definition";
import { encodingFunctions } from "./encoding";
import { formatFunctions } from "./format";
import { geoFunctions } from "./geo";
import { geoH3Functions } from "./geo-h3";
import { geoIntersectFunctions } from "./geo-intersect";
import { geoLineFunctions } from "./geo-line";
import { geoPolygonFunctions } from "./geo-polygon";
import { geoS2Functions } from "./geo-s2";
import { geoWktFunctions } from "./geo-wkt";
import { hashFunctions } from "./hash";
import { ipLocationFunctions } from "./ip-location";
import { ipv4Functions } from "./ipv4";
import { ipv4FormatFunctions } from "./ipv4-format";
import { ipv4InTextFunctions } from "./ipv4-in-text";
import { ipv6Functions } from "./ipv6";
import { logicFunctions } from "./logic";
import { mathFunctions } from "./math";
import { memberFunctions } from "./member";
import { parseTextFunctions } from "./parse-text";
import { regexFunctions } from "./regex";
import { seriesElementwiseFunctions } from "./series-elementwise";
import { seriesFillFunctions } from "./series-fill";
import { seriesFitFunctions } from "./series-fit";
import { seriesOutlierFunctions } from "./series-outliers";
import { seriesSeasonFunctions } from "./series-season";
import { seriesStatisticsFunctions } from "./series-statistics";
import { sessionFunctions } from "./session";
import { statisticsFunctions } from "./statistics";
import { textFunctions } from "./text";
import { textIndexFunctions } from "./text-index";
import { textPartFunctions } from "./text-parts";
import { textRewriteFunctions } from "./text-rewrite";
import { textSearchFunctions } from "./text-search";
import { timeZoneFunctions } from "./time-zone";
import { trimFunctions } from "./trim";
import { unicodeFunctions } from "./unicode";
import { unitFunctions } from "./units";
import { untoldFunctions } from "./untold";
import { windowFunctions } from "./window";

export const functions: readonly KqlFunction[] = [
  ...arithmeticFunctions,
  ...aroundFunctions,
  ...arrayFunctions,
  ...arrayMoveFunctions,
  ...arraySortFunctions,
  ...arrayValueFunctions,
  ...bagFunctions,
  ...bitFunctions,
  ...calendarFunctions,
  ...comparisonFunctions,
  ...conditionalFunctions,
  ...conversionFunctions,
  ...datetimeFunctions,
  ...datetimePartFunctions,
  ...encodingFunctions,
  ...formatFunctions,
  ...geoFunctions,
  ...geoH3Functions,
  ...geoIntersectFunctions,
  ...geoLineFunctions,
  ...geoPolygonFunctions,
  ...geoS2Functions,
  ...geoWktFunctions,
  ...hashFunctions,
  ...ipLocationFunctions,
  ...ipv4Functions,
  ...ipv4FormatFunctions,
  ...ipv4InTextFunctions,
  ...ipv6Functions,
  ...logicFunctions,
  ...mathFunctions,
  ...memberFunctions,
  ...parseTextFunctions,
  ...regexFunctions,
  ...seriesElementwiseFunctions,
  ...seriesFillFunctions,
  ...seriesFitFunctions,
  ...seriesOutlierFunctions,
  ...seriesSeasonFunctions,
  ...seriesStatisticsFunctions,
  ...sessionFunctions,
  ...statisticsFunctions,
  ...textFunctions,
  ...textIndexFunctions,
  ...textPartFunctions,
  ...textRewriteFunctions,
  ...textSearchFunctions,
  ...timeZoneFunctions,
  ...trimFunctions,
  ...unitFunctions,
  ...untoldFunctions,
  ...unicodeFunctions,
  ...windowFunctions,
];

const byName: ReadonlyMap<string, KqlFunction> = new Map(
  functions.flatMap((each) => [each.name, ...(each.aliases ?? [])].map((name): [string, KqlFunction] => [name, each])),
);

export function functionNamed(name: string): KqlFunction | undefined {
  return byName.get(name);
}
