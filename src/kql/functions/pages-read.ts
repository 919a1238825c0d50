/** Pages of the KQL reference that were opened, and the days, in a stored copy of the documents' repository (github.com/MicrosoftDocs/dataexplorer-docs). */

const READ_ON: Readonly<Record<string, string>> = {
  "2026-11-25": `
around-function array-concat-function array-iff-function array-index-of-function array-shift-left-function
array-slice-function array-sort-asc-function array-split-function array-sum-function asin-function
assert-function bag-has-key-function bag-merge-function bag-pack-columns-function bag-remove-keys-function
bag-set-key-function bag-zip base64-decode-toarray-function base64-decode-tostring-function beta-cdf-function
between-operator bin-at-function bin-function binary-shift-left-function binary-shift-right-function
case-function coalesce-function convert-length-function convert-temperature-function countof-function
datatypes-string-operators datetime-add-function datetime-diff-function datetime-local-to-utc-function
datetime-part-function datetime-timespan-arithmetic dynamic-to-json-function extract-all-function
extract-function extract-json-function format-bytes-function format-datetime-function format-ipv4-function
format-timespan-function gamma-function geo-distance-2points-function geo-geohash-to-central-point-function
geo-point-to-geohash-function gettype-function has-any-index-function has-any-ipv4-prefix-function
has-ipv4-function hash-combine-function hash-function hash-xxhash64-function iff-function in-operator
indexof-function indexof-regex-function ipv4-compare-function ipv4-is-in-any-range-function
ipv4-is-in-range-function ipv4-is-private-function ipv4-netmask-suffix-function ipv4-range-to-cidr-list-function
ipv6-is-in-any-range-function jaccard-index-function jsonpath make-datetime-function make-timespan-function
max-of-function numerical-operators pack-all-function parse-command-line-function parse-csv-function
parse-ipv4-function parse-ipv4-mask-function parse-ipv6-function parse-json-function parse-path-function
parse-url-function parse-user-agent-function parse-version-function parse-xml-function prev-function
punycode-domain-from-string-function range-function regex regex-quote-function repeat-function
replace-regex-function replace-strings-function round-function row-cumsum-function row-rank-dense-function
row-window-session-function scalar-data-types/datetime scalar-data-types/dynamic scalar-data-types/null-values
scalar-data-types/timespan series-divide-function series-dot-product-function series-fill-forward-function
series-fill-linear-function series-fir-function series-fit-line-function series-iir-function
series-seasonal-function series-stats-dynamic-function series-stats-function set-difference-function
set-has-element-function split-function sqrt-function strcmp-function strrep-function substring-function
tobool-function todatetime-function tohex-function tostring-function totimespan-function translate-function
treepath-function trim-function unicode-codepoints-to-string-function url-decode-function
url-encode-component-function url-encode-function week-of-year-function welch-test-function zip-function
`,
  "2026-11-26": `
abs-function ago-function arg-max-aggregation-function arg-min-aggregation-function array-length-function
array-reverse-function array-rotate-left-function as-operator avg-aggregation-function bag-keys-function
bag-unpack-plugin base64-encode-tostring-function bin-auto-function binary-all-and-aggregation-function
buildschema-aggregation-function count-aggregation-function count-distinct-aggregation-function
countif-aggregation-function covariance-aggregation-function day-of-week-function dcount-aggregation-function
dcountif-aggregation-function distinct-operator endofday-function evaluate-operator extend-operator
find-operator geo-closest-point-on-line-function geo-closest-point-on-polygon-function
geo-distance-point-to-line-function geo-distance-point-to-polygon-function geo-from-wkt-function
geo-geohash-neighbors-function geo-h3cell-children-function geo-h3cell-level-function
geo-h3cell-neighbors-function geo-h3cell-parent-function geo-h3cell-rings-function
geo-h3cell-to-central-point-function geo-h3cell-to-polygon-function geo-info-from-ip-address-function
geo-intersection-2lines-function geo-intersection-line-with-polygon-function geo-intersects-2lines-function
geo-intersects-2polygons-function geo-intersects-line-with-polygon-function geo-line-centroid-function
geo-line-densify-function geo-line-interpolate-point-function geo-line-length-function
geo-line-locate-point-function geo-line-lookup-plugin geo-point-in-polygon-function geo-point-to-h3cell-function
geo-point-to-s2cell-function geo-polygon-area-function geo-polygon-centroid-function geo-polygon-lookup-plugin
geo-polygon-perimeter-function geo-s2cell-to-central-point-function geo-s2cell-to-polygon-function
getschema-operator has-all-operator has-any-ipv4-function has-any-operator hour-of-day-function
ingestion-time-function invoke-operator ipv4-is-match-function ipv4-lookup-plugin ipv6-compare-function
ipv6-is-in-range-function ipv6-lookup-plugin isempty-function isnotempty-function isnotnull-function
isnull-function join-operator logical-operators lookup-operator make-bag-aggregation-function
make-list-aggregation-function make-list-if-aggregation-function make-list-with-nulls-aggregation-function
make-series-operator make-set-aggregation-function make-set-if-aggregation-function matches-regex-operator
min-aggregation-function min-of-function mv-apply-operator mv-expand-operator next-function now-function
pack-array-function pack-function parse-kv-operator parse-operator parse-url-query-function parse-where-operator
partition-operator percentiles-aggregation-function percentilesw-aggregation-function pivot-plugin pow-function
project-away-operator project-keep-operator project-operator project-rename-operator project-reorder-operator
replace-string-function reverse-function row-number-function row-rank-min-function sample-distinct-operator
scan-operator search-operator serialize-operator series-decompose-anomalies-function series-decompose-function
series-fill-const-function series-fit-line-dynamic-function series-outliers-function session-count-plugin
set-intersect-function set-union-function sort-operator startofday-function startofmonth-function
startofweek-function stdev-aggregation-function strcat-array-function strcat-delim-function strcat-function
string-size-function strlen-function sum-aggregation-function sumif-aggregation-function summarize-operator
take-any-aggregation-function take-anyif-aggregation-function take-operator todecimal-function toint-function
tolong-function tolower-function top-hitters-operator top-nested-operator top-operator toscalar-function
trim-end-function trim-start-function union-operator unixtime-milliseconds-todatetime-function
unixtime-seconds-todatetime-function variance-aggregation-function where-operator
`,
};

/** The day on which a page was opened. */
export const PAGES_READ: ReadonlyMap<string, string> = new Map(
  Object.entries(READ_ON).flatMap(([day, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name): [string, string] => [name, day]),
  ),
);
