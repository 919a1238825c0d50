/** ASIM's parsers: the functions through which a workspace shows events of many sources under one schema, with their parameters and columns. */

import type { ParserShape } from "../kusto/globals";
import { standardTable } from "./standard-tables";

interface Schema {
  /** The table that Microsoft keeps for events that arrive normalized: its columns are the schema's fields. */
  readonly table: string;
  /** Filtering parameters between `endtime` and `pack`: names with `=*` are texts, the rest lists. */
  readonly filters: string;
}

/**
 * Schemas by the part of the parser's name, in lower case.
 * Source: https://learn.microsoft.com/azure/sentinel/normalization-about-parsers and the parsers' own definitions
 * (Azure/Azure-Sentinel, Parsers/ASim<Schema>/Parsers/im<Schema>.yaml, ParserParams), read 2026-11-25.
 */
const SCHEMAS: Readonly<Record<string, Schema>> = {
  alertevent: {
    table: "ASimAlertEventLogs",
    filters:
      "ipaddr_has_any_prefix hostname_has_any username_has_any attacktactics_has_any attacktechniques_has_any threatcategory_has_any alertverdict_has_any eventseverity_has_any",
  },
  auditevent: {
    table: "ASimAuditEventLogs",
    filters:
      "srcipaddr_has_any_prefix actorusername_has_any operation_has_any eventtype_in eventresult=* object_has_any newvalue_has_any",
  },
  authentication: {
    table: "ASimAuthenticationEventLogs",
    filters:
      "username_has_any targetappname_has_any srcipaddr_has_any_prefix srchostname_has_any eventtype_in eventresultdetails_in eventresult=*",
  },
  dhcpevent: {
    table: "ASimDhcpEventLogs",
    filters: "srcipaddr_has_any_prefix srchostname_has_any srcusername_has_any eventresult=*",
  },
  dns: {
    table: "ASimDnsActivityLogs",
    filters: "srcipaddr=* domain_has_any responsecodename=* response_has_ipv4=* response_has_any_prefix eventtype=*",
  },
  fileevent: {
    table: "ASimFileEventLogs",
    filters:
      "eventtype_in srcipaddr_has_any_prefix actorusername_has_any targetfilepath_has_any srcfilepath_has_any hashes_has_any dvchostname_has_any",
  },
  networksession: {
    table: "ASimNetworkSessionLogs",
    filters:
      "srcipaddr_has_any_prefix dstipaddr_has_any_prefix ipaddr_has_any_prefix dstportnumber=int hostname_has_any dvcaction eventresult=*",
  },
  process: processes(),
  processcreate: processes(),
  processevent: processes(),
  processterminate: processes(),
  registry: registry(),
  registryevent: registry(),
  usermanagement: {
    table: "ASimUserManagementActivityLogs",
    filters: "srcipaddr_has_any_prefix targetusername_has_any actorusername_has_any eventtype_in",
  },
  websession: {
    table: "ASimWebSessionLogs",
    filters:
      "srcipaddr_has_any_prefix ipaddr_has_any_prefix url_has_any httpuseragent_has_any eventresultdetails_in eventresult=* eventresultdetails_has_any",
  },
};

function processes(): Schema {
  return {
    table: "ASimProcessEventLogs",
    filters:
      "commandline_has_any commandline_has_all commandline_has_any_ip_prefix actingprocess_has_any targetprocess_has_any parentprocess_has_any actorusername=* targetusername=* dvcipaddr_has_any_prefix dvcname_has_any hashes_has_any eventtype=*",
  };
}

function registry(): Schema {
  return {
    table: "ASimRegistryEventLogs",
    filters:
      "eventtype_in actorusername_has_any registrykey_has_any registryvalue_has_any registrydata_has_any dvchostname_has_any",
  };
}

/** `_Im_Dns`, `_ASim_Dns`, `imDns`, `ASimDns`, and of one source `_Im_Dns_AzureFirewall` or `vimDnsAzureFirewall`. */
const PARSER = /\b(?:_(?<built>Im|ASim)_(?<schema>[A-Za-z]+)(?:_\w+)?|(?<deployed>im|vim|ASim)(?<rest>[A-Z]\w*))\b/g;

/** Parsers that one of the texts may call. */
export function asimParsers(texts: readonly string[]): readonly ParserShape[] {
  const found = new Map<string, ParserShape>();
  for (const text of texts) {
    for (const { 0: name, groups = {} } of text.matchAll(PARSER)) {
      if (found.has(name)) continue;
      const schema = schemaOf(groups);
      if (schema) found.set(name, shapeOf(name, schema, /^_?(im|vim)/i.test(name)));
    }
  }
  return [...found.values()];
}

/** A name of a workspace's own parser may go on with its source: the longest schema that it starts with counts. */
function schemaOf({ schema, deployed, rest }: Readonly<Record<string, string>>): Schema | undefined {
  if (schema !== undefined) return SCHEMAS[schema.toLowerCase()];
  const name = rest?.toLowerCase() ?? "";
  // The tables of normalized events share the prefix: ASimDnsActivityLogs.
  if (deployed === "ASim" && standardTable(`ASim${rest}`)) return undefined;
  if (deployed === "im") return SCHEMAS[name];
  const start = Object.keys(SCHEMAS)
    .filter((each) => name.startsWith(each))
    .sort((left, right) => right.length - left.length)[0];
  return start === undefined ? undefined : SCHEMAS[start];
}

/** Parsers without filters have only switches; every parser of one source can be switched off. */
function shapeOf(name: string, { table, filters }: Schema, isFiltering: boolean): ParserShape {
  const times = ["starttime:datetime=datetime(null)", "endtime:datetime=datetime(null)"];
  const filtering = isFiltering ? [...times, ...filters.split(" ").map(parameterOf)] : [];
  return {
    name,
    parameters: `(${[...filtering, "disabled:bool=false", "pack:bool=false"].join(", ")})`,
    columns: standardTable(table)?.columns ?? [],
  };
}

function parameterOf(filter: string): string {
  const [name = "", kind] = filter.split("=");
  if (kind === "*") return `${name}:string='*'`;
  return kind === "int" ? `${name}:int=int(null)` : `${name}:dynamic=dynamic([])`;
}
