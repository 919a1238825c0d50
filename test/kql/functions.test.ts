/** Scalar functions and operators as tables of cases: what holds for nulls, odd inputs, ends of types; and what is refused by name. */

import { describe, expect, test } from "vitest";
import { rowsOf } from "./run-query";

type Case = readonly [expression: string, cell: unknown];

/** One query for a table of cases: binding costs far more than running. */
function expectCells(cases: readonly Case[]): void {
  const rows = rowsOf(`print ${cases.map(([expression], index) => `c${index} = ${expression}`).join(", ")}`);
  const cells = Array.isArray(rows) && Array.isArray(rows[0]) ? rows[0] : undefined;
  expect(cells ?? rows).toHaveLength(cases.length);
  expect(cases.map(([expression], index) => [expression, cells?.[index]])).toEqual(cases);
}

const TABLES: Readonly<Record<string, readonly Case[]>> = {
  "reals as texts: the shortest digits, of these the largest": [
    ["tostring(0.1 + 0.2)", "0.30000000000000007"],
    ["tostring(-(0.1 + 0.2))", "-0.30000000000000007"],
    ["strcat('', 0.1 + 0.2)", "0.30000000000000007"],
    ["tostring(dynamic([0.30000000000000004]))", "[0.30000000000000007]"],
    ["tostring(0.3)", "0.3"],
    ["tostring(1.0 / 3)", "0.3333333333333333"],
    ["tostring(100000000000.0)", "100000000000.0"],
    ["tostring(-0.0)", "-0.0"],
    ["tostring(real(nan))", "NaN"],
    ["tostring(real(-inf))", "-inf"],
  ],
  "what is left of a division is never below zero": [
    ["5.5 % 2", 1.5],
    ["-5.5 % 2", 0.5],
    ["-5.5 % -2", 0.5],
    ["-4.0 % 2", 0],
    ["-1h % 25m", "00:15:00"],
    ["1h % 0m", null],
  ],
  "the error function and what it leaves, by tables": [
    ["round(erf(-0.5), 12)", -0.520499877813],
    ["erfc(0.0)", 1],
    ["round(erfc(0.1), 12)", 0.887537083982],
    ["round(erfc(-1.0), 12)", 1.84270079295],
    ["round(erfc(5.0) * 1e12, 9)", 1.537459794],
  ],
  "numbers beyond a type": [
    ["tolong(dynamic(1.7e308))", "9223372036854775807"],
    ["toint(dynamic(1.7e308))", 2147483647],
    ["toint(dynamic(-1.7e308))", -2147483648],
    ["toint(dynamic(9223372036854775807))", -1],
    ["tolong('9223372036854775808')", null],
    ["tolong(dynamic(-9223372036854775808))", "-9223372036854775808"],
    ["9223372036854775807 + 1", "-9223372036854775808"],
  ],
  "datetimes as they are written": [
    ["datetime(12-02-2022)", "2022-12-02T00:00:00.0000000Z"],
    ["todatetime('12-02-2022')", "2022-12-02T00:00:00.0000000Z"],
    ["datetime(2025, 6, 14)", "2025-06-14T00:00:00.0000000Z"],
    ["todatetime('Sat, 8 Nov 14 15:05:02 GMT')", "2014-11-08T15:05:02.0000000Z"],
    ["todatetime('08-Nov-14 15:05')", "2014-11-08T15:05:00.0000000Z"],
    ["todatetime('2014-11-08T15:05:25+02:00')", "2014-11-08T13:05:25.0000000Z"],
    ["todatetime('2014-13-08')", null],
    ["todatetime('')", null],
  ],
  "classes of regular expressions": [
    ["trim_start(@'[[]', '[::1')", "::1"],
    ["extract('[[]\\\\w+', 0, 'x[\u00dfab')", "[\u00dfab"],
    ["extract(@'[^[]+', 0, '[a')", "a"],
    ["'[]' matches regex '^[[]]$'", true],
    ["extract('[[:alpha:]]+', 0, '1ab2')", "ab"],
    ["extract('[[:^alpha:]]+', 0, 'a12b')", "12"],
    ["extract('[[:digit:]x\\\\w]+', 0, '\u00df1x ')", "\u00df1x"],
    ["'a[b' matches regex '[[:alpha:][]b'", true],
    ["'[:a:]' matches regex '^[:alpha:]+$'", false],
  ],
  "addresses in texts": [
    ["has_ipv4('from 10.0.0.1, to 10.0.0.2', '10.0.0.2')", true],
    ["has_ipv4('ip=10.0.0.1;', '10.0.0.1')", true],
    ["has_ipv4('x10.0.0.1', '10.0.0.1')", false],
    ["has_ipv4('10.0.0.11', '10.0.0.1')", false],
    ["has_ipv4('10.0.0.1', 'abc')", false],
    ["has_ipv4_prefix('10.20.30.40', '10.20.')", true],
    ["has_ipv4_prefix('10.20.30.40', '10.2')", false],
    ["has_ipv4_prefix('10.20.30.40', '10.20.30.40')", true],
    ["has_any_ipv4('a 10.0.0.1', dynamic(['1.1.1.1', '10.0.0.1']))", true],
    ["has_any_ipv4('', '10.0.0.1')", false],
  ],
  "prefixes of addresses": [
    ["format_ipv4('192.168.1.1/24')", "192.168.1.0"],
    ["format_ipv4(4294967296, 32)", ""],
    ["format_ipv4_mask('10.1.2.3', 8)", "10.0.0.0/8"],
    ["parse_ipv4_mask('10.1.2.3/8', 24)", 167772160],
    ["parse_ipv4_mask('abc', 24)", null],
    ["format_ipv4('10.1.2.3', 0)", "0.0.0.0"],
    ["format_ipv4('10.1.2.3', 33)", ""],
    ["ipv4_compare('10.0.0.1', '11.0.0.1', 0)", 0],
    ["ipv4_compare('10.0.0.1', '10.0.0.0', 32)", 1],
    ["ipv4_compare('10.0.0.1', '10.0.0.1', 33)", null],
    ["ipv4_compare('10.0.0.1', '10.0.0.1', -1)", null],
    ["ipv4_compare('abc', '10.0.0.1')", null],
    ["ipv4_compare('10.0.0.1', 'abc')", null],
    ["ipv4_is_in_range('abc', '10.0.0.0/8')", null],
    ["ipv4_is_in_range('10.0.0.1', 'abc')", null],
    ["ipv4_range_to_cidr_list('0.0.0.0', '255.255.255.255')", ["0.0.0.0/0"]],
    ["ipv4_range_to_cidr_list('10.0.0.1', '10.0.0.1')", ["10.0.0.1/32"]],
    ["ipv6_is_in_range('::ffff:10.0.0.1', '10.0.0.0/8')", true],
    ["ipv6_is_in_any_range('fe80::1', dynamic(['10.0.0.0/8', 'fe80::/10']))", true],
    ["ipv6_is_match('abc', 'fe80::1')", null],
    ["parse_ipv6_mask('::192.168.255.255/24', 128)", "0000:0000:0000:0000:0000:0000:c0a8:ff00"],
  ],
  "Base64 and percent signs": [
    ["base64_decode_tostring('')", ""],
    ["base64_decode_tostring('***')", ""],
    ["base64_decode_tostring(base64_encode_tostring('é😀'))", "é😀"],
    ["base64_decode_toarray('AP8=')", [0, 255]],
    ["base64_encode_fromguid(base64_decode_toguid('JpbpECu8dUy7Pv5gbeJXAA=='))", "JpbpECu8dUy7Pv5gbeJXAA=="],
    ["url_encode('é')", "%c3%a9"],
    ["url_decode('%C3%A9%20')", "é "],
    ["zlib_decompress_from_base64_string('S3VzdG8=')", ""],
    ["tohex(-1)", "ffffffffffffffff"],
    ["tohex(0)", "0"],
  ],
  "letters and code points": [
    ["strlen(unicode_codepoints_to_string(128512))", 1],
    ["unicode_codepoints_to_string(55296)", ""],
    ["punycode_to_string(punycode_from_string('bücher'))", "bücher"],
    ["punycode_domain_from_string('xn--bcher-kva.example')", "bücher.example"],
    ["punycode_domain_from_string('xn--!.example')", ""],
    ["translate('', 'x', 'abc')", "abc"],
    ["reverse(dynamic([1,2]))", "]2,1["],
    ["tolower('ΟΔΟΣ')", "οδοσ"],
    ["'ΟΔΟΣ' =~ 'οδοσ'", true],
    ["replace_strings('aaa', dynamic(['a', 'b']), dynamic(['b', 'c']))", "bbb"],
  ],
  "places in texts and arrays": [
    ["indexof('aXa', 'a', 0, -1, 2)", 2],
    ["indexof('abc', 'c', 0, 2)", -1],
    ["indexof('😀b', 'b')", 1],
    ["indexof('abc', 'a', 5)", -1],
    ["indexof('abc', 'a', 0, -2)", null],
    ["indexof_regex('a1b22', @'\\d+', 2)", 3],
    ["array_index_of(dynamic([1, '1', 1.0]), '1')", 1],
    ["array_index_of(dynamic([true]), true)", 0],
    ["array_index_of(dynamic([]), 1)", -1],
    ["array_index_of(dynamic([datetime(2026-01-01)]), datetime(2026-01-01))", 0],
  ],
  "places from a start, in a length, of an occurrence": [
    ["array_index_of(dynamic([5, 6, 5, 6]), 6, 0, 1)", -1],
    ["array_index_of(dynamic([5, 6, 5, 6]), 6, 1, 1)", 1],
    ["array_index_of(dynamic([5, 6, 5, 6]), 6, 2, 2)", 3],
    ["array_index_of(dynamic([5, 6, 5, 6]), 6, 1, 0)", -1],
    ["array_index_of(dynamic([5, 6, 5, 6]), 6, 0, -1, 3)", -1],
    ["array_index_of(dynamic([5]), 5, 0, -1, -1)", null],
    ["array_index_of(dynamic([5]), 5, 0, -2)", null],
  ],
  "one part of a text is what it is among all its parts": [
    ["tostring(split('a,b,,c', ',')[0])", "a"],
    ["split('a--b--c', '--')[1]", "b"],
    ["split('a--b--c', '--')[2]", "c"],
    ["split('a--b--c', '--')[3]", null],
    ["split('a,b', ',')[-1]", "b"],
    ["split('a,b,,c', ',')[2]", ""],
    ["split('', ',')[0]", ""],
    ["split('', ',')[1]", null],
    ["split('a,b', ',', 1)[0]", "b"],
    ["split('a,b', ',', 7)[0]", null],
    ["isempty(tostring(split('a', ',')[1]))", true],
  ],
  "lower case letter by letter": [
    ["tolower('ΟΔΟΣ')", "οδοσ"],
    ["tolower('ος')", "ος"],
    ["'İI' =~ 'İi'", true],
    ["'ΟΔΟΣ' has 'οδος'", false],
    ["'3 \u212aELVIN' has 'kelvin'", true],
    ["'\u212aELVIN' startswith 'kel'", true],
    ["'a.b' has 'A.B' and 'a+b' !has 'a.b' and 'axb' !contains 'a.b'", true],
    ["'x' endswith 'xx'", false],
  ],
  "members of arrays are moved": [
    ["array_shift_left(dynamic([1, 2]), 5)", [null, null]],
    ["array_shift_right(dynamic(['a', 'b']), 1)", ["", "a"]],
    ["array_rotate_left(dynamic([1, 2, 3]), 4)", [2, 3, 1]],
    ["array_rotate_left(dynamic([]), 1)", []],
    ["array_split(dynamic([1, 2]), 0)", [[], [1, 2]]],
    ["zip(dynamic([]), dynamic([]))", []],
    ["array_sort_desc(dynamic([null, 1, 2.5, 2]))", [2.5, 2, 1, null]],
    ["array_sort_asc(dynamic([2, 1]), dynamic([1]))[1]", null],
    ["array_iff(dynamic([null, true]), 1, 2)", [null, 1]],
    ["repeat('a', 2)", ["a", "a"]],
  ],
  "keys of bags": [
    [`bag_has_key(dynamic({"a": null}), 'a')`, true],
    [`bag_has_key(dynamic({"a.b": 1}), "$['a.b']")`, true],
    [`bag_remove_keys(dynamic({"a": 1}), dynamic([]))`, { a: 1 }],
    [`bag_set_key(dynamic({}), '$.a.b', 1.5)`, { a: { b: 1.5 } }],
    ["bag_zip(dynamic(['a', 'b']), dynamic([1]))", { a: 1, b: null }],
    [`dynamic_to_json(dynamic({"b": 1, "a": {"d": 2, "c": "x"}}))`, '{"a":{"c":"x","d":2},"b":1}'],
    ["dynamic_to_json(dynamic('a'))", "a"],
    [`treepath(dynamic({}))`, []],
  ],
  "texts of known forms": [
    ["parse_csv('a')", ["a"]],
    [`parse_csv('a,"b\\r\\nc"\\r\\nd')`, ["a", "b\r\nc"]],
    [
      'parse_xml(\'<?xml version="1.0"?><!-- c --><a x="1"><b>&lt;&#65;</b><b/></a>\')',
      { a: { "@x": "1", b: ["<A", null] } },
    ],
    ["parse_xml('<a></b>')", null],
    ["parse_xml('no xml')", null],
    ["parse_version('1.2.3.4.5')", null],
    ["parse_version('')", null],
    ['parse_command_line(@\'a "b c"\\\\"d \\\\\\\\"e"\', \'windows\')', ["a", "b c\\d \\\\e"]],
    ["extract_json('$.a', 'no json')", ""],
    [`extract_json('$.a[1]', '{"a": [1, 2.0]}', typeof(real))`, 2],
    ["parse_url('https://a.example/').Path", "/"],
    ["parse_url('https://a.example').Host", "a.example"],
  ],
  "hashes, also of more than 32 bytes": [
    ["tohex(hash_xxhash64('Nobody inspects the spammish repetition'))", "fbcea83c8a378bf1"],
    ["tohex(hash_xxhash64(''))", "ef46db3751d8e999"],
    ["tohex(hash_xxhash64('abcd'))", "de0327b0d25d92cc"],
    ["hash_sha256('')", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["hash_md5(datetime(2020-01-01))", "786c530672d1f8db31fee25ea8a9390b"],
  ],
  "bits and units": [
    ["binary_and(-1, 255)", 255],
    ["binary_xor(9223372036854775807, -1)", "-9223372036854775808"],
    ["binary_shift_left(1, 63)", "-9223372036854775808"],
    ["binary_not(long(null))", null],
    ["bitset_count_ones(0)", 0],
    ["format_bytes(0)", "0 Bytes"],
    ["format_bytes(1024)", "1 KB"],
    ["round(convert_temperature(0, 'DegreeFahrenheit', 'DegreeCelsius'), 6)", -17.777778],
  ],
  series: [
    ["series_add(dynamic([1, null]), dynamic([1, 1, 1]))", [2, null, null]],
    ["series_divide(dynamic([1, 0]), 0)", ["Infinity", "NaN"]],
    ["series_greater(dynamic([1, 20]), 15)", [false, true]],
    ["series_fill_forward(dynamic([null, 1, null]))", [null, 1, 1]],
    ["series_fill_const(dynamic([null, null]), 2)", [2, 2]],
    ["series_fill_const(dynamic([1.5, null]), 2)", [1.5, 2]],
    ["tostring(series_fill_const(dynamic([1.5, null]), 2))", "[1.5,2.0]"],
    ["tostring(series_fill_const(dynamic([1, null]), 2.0))", "[1,2]"],
    ["series_fill_const(dynamic(null), 2)", null],
    ["series_fill_linear(dynamic([1, null, 4]))", [1, 2, 4]],
    ["series_fir(dynamic([1, 2, 3]), dynamic([1, 1]), true, false)", [0.5, 1.5, 2.5]],
    ["series_sum(dynamic([1, 2.5]))", 3.5],
  ],
  // The series of the page of `series_fit_line`, with its results.
  "a line through a series": [
    ...(
      [
        ["rsquare", 0.982901],
        ["slope", 2.730769],
        ["variance", 98.628788],
        ["rvariance", 1.68648],
        ["interception", -1.666667],
        ["line_fit[0]", 1.064103],
        ["line_fit[11]", 31.102564],
      ] as const
    ).map(
      ([part, cell]): Case => [
        `round(toreal(series_fit_line_dynamic(dynamic([2, 5, 6, 8, 11, 15, 17, 18, 25, 26, 30, 30])).${part}), 6)`,
        cell,
      ],
    ),
  ],
  "time zones": [
    ["datetime_utc_to_local(datetime(2026-07-01), 'Europe/Berlin')", "2026-07-01T02:00:00.0000000Z"],
    ["datetime_local_to_utc(datetime(2026-01-01 00:30), 'Asia/Kolkata')", "2025-12-31T19:00:00.0000000Z"],
    ["datetime_utc_to_local(datetime(null), 'UTC')", null],
    ["make_timespan(0, 0, 0, 0.0000001)", "00:00:00.0000001"],
    ["make_timespan(1, 60)", null],
  ],
};

describe("scalar functions", () => {
  test.each(Object.entries(TABLES))("%s", (_name, cases) => {
    expectCells(cases);
  });
});

test("lists that change from row to row, come back, or stay", () => {
  const query = `let all = toscalar(range x from 1 to 3 step 1 | summarize make_list(x));
datatable(l:dynamic, v:long, s:string)[dynamic([1, 2]), 1, "one two", dynamic([3]), 1, "one", dynamic([1, 2]), 2, "3", dynamic([]), 3, ""]
| project set_has_element(l, v), set_has_element(all, v), s has_any (l), s has_any (all), s has_any ("ONE", "x"), set_intersect(all, l), set_difference(all, l, all)`;
  expect(rowsOf(query)).toEqual([
    [true, true, false, false, true, [1, 2], []],
    [false, true, false, false, true, [3], []],
    [true, true, false, true, false, [1, 2], []],
    [false, true, false, false, false, [], []],
  ]);
});
