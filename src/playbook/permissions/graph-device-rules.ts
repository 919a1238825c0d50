/** What looking at a device of Intune, and acting on it, needs. */

import { type GraphRule, graphRule, ID } from "./graph-rule";

const read = "2026-11-26";
const DEVICES = "/deviceManagement/managedDevices";
const values = ["DeviceManagementManagedDevices.PrivilegedOperations.All"];

export const GRAPH_DEVICE_RULES: readonly GraphRule[] = [
  graphRule("GET", `${DEVICES}(/${ID})?`, {
    values: ["DeviceManagementManagedDevices.Read.All"],
    page: "intune-devices-manageddevice-list",
    read,
  }),
  // The page of v1.0 also names DeviceManagementManagedDevices.ReadWrite.All, that of beta does not: what both name is sure to do.
  graphRule("POST", `${DEVICES}/${ID}/wipe`, { values, page: "intune-devices-manageddevice-wipe", read }),
  graphRule("POST", `${DEVICES}/${ID}/retire`, { values, page: "intune-devices-manageddevice-retire", read }),
  graphRule("POST", `${DEVICES}/${ID}/remoteLock`, { values, page: "intune-devices-manageddevice-remotelock", read }),
  graphRule("POST", `${DEVICES}/${ID}/syncDevice`, { values, page: "intune-devices-manageddevice-syncdevice", read }),
];
