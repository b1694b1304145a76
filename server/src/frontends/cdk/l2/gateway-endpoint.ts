/** `ec2.GatewayVpcEndpoint`, `vpc.addGatewayEndpoint`, the `gatewayEndpoints` of a `Vpc`. */
import { type CodeEntry, type CodeValue, type Located, scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import type { Reading } from "../reading.ts";
import { addImplied, type Maker } from "./implied.ts";
import type { MadeVpc } from "./made.ts";
import { tableList } from "./route-tables.ts";
import { optionsOf, readSelections } from "./subnet-selection.ts";
import { call, listOf } from "./values.ts";
import { madeVpc, vpcIdOf } from "./vpc-id.ts";

export function makeGatewayEndpoint(
  reading: Reading,
  maker: Maker,
  entries: readonly CodeEntry[],
  open: boolean,
): void {
  const vpc = optionsOf(entries).get("vpc");
  const options = { kind: "object", entries, open } as const;
  addGatewayEndpoint(reading, maker, madeVpc(reading, vpc), options, vpcIdOf(reading, vpc));
}

/**
 * @param vpc undefined where it isn't known
 * @param options undefined where they can't be told
 */
export function addGatewayEndpoint(
  reading: Reading,
  maker: Maker,
  vpc: MadeVpc | undefined,
  options: (CodeValue & { kind: "object" }) | undefined,
  vpcId: CodeValue | Located = vpc ? refTo(vpc.id, maker.callee) : { kind: "opaque" },
): void {
  const { callee: at } = maker;
  const given = options && optionsOf(options.entries);
  const subnets = given?.get("subnets");
  const selections = subnets && readSelections(subnets.value);
  const tables: CodeValue =
    !vpc || !given || options?.open || (subnets && !selections) ? { kind: "opaque" } : tableList(vpc, selections, at);
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::EC2::VPCEndpoint",
    properties: {
      ServiceName: serviceName(given?.get("service"), at),
      VpcEndpointType: scalar("Gateway"),
      VpcId: vpcId,
      RouteTableIds: tables,
    },
    // Statements may be added to its policy.
    open: true,
  });
}

const services: Readonly<Record<string, string>> = { DYNAMODB: "dynamodb", S3: "s3", S3_EXPRESS: "s3express" };

function serviceName(service: Located | undefined, at: Located["range"]): Located {
  const name =
    service?.value.kind === "library" && /^GatewayVpcEndpointAwsService\.(\w+)$/.exec(service.value.name)?.[1];
  const range = service?.range ?? at;
  const suffix = name && Object.hasOwn(services, name) ? services[name] : undefined;
  if (suffix === undefined) return { value: { kind: "opaque" }, range };
  const parts = [scalar("com.amazonaws."), refTo("AWS::Region", range), scalar(`.${suffix}`)];
  return { value: call("Join", [scalar(""), listOf(parts, range)], range), range };
}
