/** The pre-shared keys of the tunnels of a template, and who gets to see them. */

import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Resource, Template } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import type { Given } from "../basis.ts";
import { waysAt } from "../ways-at.ts";

export interface PreSharedKey {
  readonly connection: Resource;
  readonly way: Given;
}

export function preSharedKeys(evaluator: Evaluator): readonly PreSharedKey[] {
  return resourcesOfType(evaluator.template, "AWS::EC2::VPNConnection").flatMap((connection) =>
    waysAt(evaluator, connection, ["VpnTunnelOptionsSpecifications", "*", "PreSharedKey"]).map((way) => ({
      connection,
      way,
    })),
  );
}

/** A hidden parameter is given its real value at deployment; a default of it stands for nothing. */
export function isHidden({ parameters }: Template, { from }: Given): boolean {
  return from.some(
    (origin) =>
      (origin.kind === "default" || origin.kind === "assumed") && parameters.get(origin.parameter)?.noEcho === true,
  );
}
