/** `ec2.FlowLog`, `vpc.addFlowLog`, the `flowLogs` of a `Vpc`. */
import { type CodeEntry, type CodeValue, type Located, opaque, scalar } from "../code-value.ts";
import type { Reading } from "../reading.ts";
import { refGiven } from "./attributes.ts";
import { argumentOf, staticCall } from "./call-arguments.ts";
import { enumText, memberOfEnum } from "./enums.ts";
import { addImplied, type Maker } from "./implied.ts";
import { optionsOf } from "./subnet-selection.ts";
import type { Given, GivenProperties } from "./values.ts";
import { vpcIdOf } from "./vpc-id.ts";

/** `new ec2.FlowLog(this, "Log", { resourceType: ec2.FlowLogResourceType.fromVpc(vpc) })`. */
export function makeFlowLog(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  addFlowLog(reading, maker, { options: given, open, ...resourceOf(reading, given.get("resourceType")) });
}

export interface FlowLogGiven {
  readonly options: ReadonlyMap<string, Located>;
  /** There may be more options. */
  readonly open: boolean;
  readonly type: Given;
  readonly id: Given;
}

export function addFlowLog(reading: Reading, maker: Maker, { options, open, type, id }: FlowLogGiven): void {
  const interval = options.get("maxAggregationInterval");
  const seconds = memberOfEnum(interval, "FlowLogMaxAggregationInterval");
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::EC2::FlowLog",
    properties: {
      ResourceType: type,
      ResourceId: id,
      TrafficType:
        open && !options.has("trafficType")
          ? opaque
          : enumText(
              options.get("trafficType"),
              "FlowLogTrafficType",
              { ACCEPT: "ACCEPT", ALL: "ALL", REJECT: "REJECT" },
              "ALL",
            ),
      ...destination(options.get("destination"), open),
      MaxAggregationInterval: interval && { value: intervals.get(seconds ?? "") ?? opaque, range: interval.range },
    },
    open: true,
  });
}

const intervals: ReadonlyMap<string, CodeValue> = new Map([
  ["ONE_MINUTE", scalar(60)],
  ["TEN_MINUTES", scalar(600)],
]);

/** CloudWatch Logs with a group and a role of its own, unless something else is given. */
function destination(given: Located | undefined, open: boolean): GivenProperties {
  const method = staticCall(given, "FlowLogDestination")?.method;
  if ((!given && !open) || method === "toCloudWatchLogs") {
    return { LogDestinationType: scalar("cloud-watch-logs"), DeliverLogsPermissionArn: opaque, LogGroupName: opaque };
  }
  const types = { toS3: "s3", toKinesisDataFirehoseDestination: "kinesis-data-firehose" } as const;
  const named = method === "toS3" || method === "toKinesisDataFirehoseDestination" ? types[method] : undefined;
  return named === undefined ? {} : { LogDestinationType: scalar(named), LogDestination: opaque };
}

/** What `ec2.FlowLogResourceType` names. */
function resourceOf(reading: Reading, given: Located | undefined): Pick<FlowLogGiven, "type" | "id"> {
  const { method, made } = staticCall(given, "FlowLogResourceType") ?? {};
  switch (made && method) {
    case "fromVpc":
      return { type: scalar("VPC"), id: vpcIdOf(reading, made && argumentOf(made, 0, "vpc")) };
    case "fromSubnet":
      return { type: scalar("Subnet"), id: refGiven(reading, made && argumentOf(made, 0, "subnet")) };
    case "fromNetworkInterfaceId":
      return { type: scalar("NetworkInterface"), id: made?.args[0] ?? opaque };
    default:
      return { type: opaque, id: opaque };
  }
}
