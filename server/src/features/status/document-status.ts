/** What Routewise sees in a document, in numbers. */
import type { DocumentStatus } from "../../../../protocol/requests.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";

/** @param parameterFile the file whose values are assumed, if one is chosen */
export function documentStatus(snapshot: Snapshot, parameterFile: DocumentStatus["parameterFile"]): DocumentStatus {
  const { template, network, findings } = snapshot;
  return {
    source: template.source,
    vpcs: network.vpcs.length,
    subnets: network.subnets.length,
    findings: findings.filter(({ severity }) => severity === "error" || severity === "warning").length,
    parameters: template.parameters.size,
    parameterFile,
  };
}
