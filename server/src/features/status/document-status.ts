/** What Routewise sees in a document, in numbers. */
import type { DocumentStatus } from "../../../../protocol/requests.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";

/**
 * @param parameterFile the file whose values are assumed, if one is chosen
 * @param showsFindings false where the user has switched them off: a count of what is shown nowhere only puzzles
 */
export function documentStatus(
  snapshot: Snapshot,
  parameterFile: DocumentStatus["parameterFile"],
  showsFindings: boolean,
): DocumentStatus {
  const { template, network, findings } = snapshot;
  return {
    source: template.source,
    vpcs: network.vpcs.length,
    subnets: network.subnets.length,
    findings: showsFindings
      ? findings.filter(({ severity }) => severity === "error" || severity === "warning").length
      : null,
    parameters: template.parameters.size,
    parameterFile,
  };
}
