/** What flow logs watch, and where they go. */

import { readText } from "../../network/facts.ts";
import type { Resource } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { type Given, waysOfProperty } from "../basis.ts";

export const flowLog = "AWS::EC2::FlowLog";
export const logsDestination = "cloud-watch-logs";

/** Types of AWS resources and of parameters by the `ResourceType` of a flow log. */
const kindsByType: Readonly<Record<string, string>> = {
  "AWS::EC2::VPC": "VPC",
  "AWS::EC2::VPC::Id": "VPC",
  "AWS::EC2::Subnet": "Subnet",
  "AWS::EC2::Subnet::Id": "Subnet",
  "AWS::EC2::NetworkInterface": "NetworkInterface",
  "AWS::EC2::TransitGateway": "TransitGateway",
  "AWS::EC2::TransitGatewayAttachment": "TransitGatewayAttachment",
  "AWS::EC2::TransitGatewayVpcAttachment": "TransitGatewayAttachment",
  "AWS::EC2::TransitGatewayPeeringAttachment": "TransitGatewayAttachment",
  "AWS::EC2::TransitGatewayConnect": "TransitGatewayAttachment",
};

const kindsByPrefix: readonly (readonly [RegExp, string])[] = [
  [/^vpc-[0-9a-f]/, "VPC"],
  [/^subnet-[0-9a-f]/, "Subnet"],
  [/^eni-[0-9a-f]/, "NetworkInterface"],
  [/^tgw-attach-[0-9a-f]/, "TransitGatewayAttachment"],
  [/^tgw-[0-9a-f]/, "TransitGateway"],
];

/** The flow logs of the template. */
export function flowLogsOf({ template }: Evaluator): readonly Resource[] {
  return [...template.resources.values()].filter(({ type }) => type === flowLog);
}

/** What `ResourceType` has to be for the resource that is watched; undefined where nobody knows, or it is none of these. */
export function kindOfWatched({ template }: Evaluator, { value }: Given): string | undefined {
  switch (value.kind) {
    case "reference": {
      const { logicalId, attribute = "Id" } = value;
      // Of subnets and interfaces, too.
      if (attribute === "VpcId") return "VPC";
      const kind = kindsByType[template.resources.get(logicalId)?.type ?? ""];
      return attribute === "Id" || attribute === `${kind}Id` ? kind : undefined;
    }
    case "unknown":
      return value.reason.kind === "parameter" ? kindsByType[value.reason.type] : undefined;
    case "known": {
      const id = readText(value) ?? "";
      return kindsByPrefix.find(([prefix]) => prefix.test(id))?.[1];
    }
  }
}

/** Transit gateways and their attachments have rules of their own; undefined where the type is not known. */
export function watchesTransitGateway(resourceType: Given): boolean | undefined {
  const text = readText(resourceType.value);
  return text === undefined ? undefined : text.startsWith("TransitGateway");
}

export function typesOf(evaluator: Evaluator, log: Resource): readonly Given[] {
  return waysOfProperty(evaluator, log, "ResourceType");
}

/** `Vpc`, `vpc-1234`; the property where the value has no name. */
export function watchedName({ value }: Given): string {
  if (value.kind === "reference") return value.logicalId;
  if (value.kind === "unknown") return value.reason.kind === "parameter" ? value.reason.name : "ResourceId";
  return readText(value) ?? "ResourceId";
}
