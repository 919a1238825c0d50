/** Picket's policy pack: `pulumi up --policy-pack policy`. */

import { PolicyPack } from "@pulumi/policy";
import { policies } from "./policies";

new PolicyPack("picket", { policies: [...policies] });
