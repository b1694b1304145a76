import { expect, test } from "vitest";
import { acceleratorEndpointKind } from "../../../../server/src/rules/edge/accelerator-endpoint-kind.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const group = (endpoint: string, { before = "", addresses = "IPV4" } = {}): string => `${before}Resources:
  Entry: { Type: AWS::GlobalAccelerator::Accelerator, Properties: { Name: entry, IpAddressType: ${addresses} } }
  Web:
    Type: AWS::GlobalAccelerator::Listener
    Properties: { AcceleratorArn: !Ref Entry, Protocol: TCP, PortRanges: [{ FromPort: 443, ToPort: 443 }] }
  Assets: { Type: AWS::S3::Bucket }
  Alb: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Type: application } }
  Server: { Type: AWS::EC2::Instance, Properties: { InstanceType: t3.small } }
  Address: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
  Tokyo:
    Type: AWS::GlobalAccelerator::EndpointGroup
    Properties:
      ListenerArn: !Ref Web
      EndpointGroupRegion: ap-northeast-1
      EndpointConfigurations:
        - EndpointId: ${endpoint}
`;
const conditions = `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
`;

test("a bucket", () =>
  checkRule(
    acceleratorEndpointKind,
    group(`!GetAtt Assets.Arn
#                     ^^^^^^^^^^^^^^^^^^ error: Tokyo has Assets as an endpoint, which is an S3 bucket. An accelerator leads to Application and Network Load Balancers, EC2 instances and Elastic IPs only. Put a load balancer in front, or take CloudFront for web content.`),
  ));

test("the ARN of an API, in Japanese", () =>
  checkRule(
    acceleratorEndpointKind,
    group(`arn:aws:apigateway:us-east-1::/restapis/a1
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Tokyo のエンドポイント arn:aws:apigateway:us-east-1::/restapis/a1 は REST API。アクセラレーターのエンドポイントは…`),
    { messages: "ja" },
  ));

test("an Elastic IP by its address", () => {
  checkRule(
    acceleratorEndpointKind,
    group(`!Ref Address
#                     ^^^^^^^^^^^^ 💡 error: Tokyo names the Elastic IP Address by its address, but Global Accelerator knows it by its allocation ID. The stack will fail. Use the attribute AllocationId.`),
  );
  expect(relatedPlaces(acceleratorEndpointKind, group("!GetAtt Address.PublicIp"))).toEqual([
    '9:3 "Address": The Elastic IP',
  ]);
});

test("an Elastic IP of a dual-stack accelerator", () => {
  checkRule(
    acceleratorEndpointKind,
    group(
      `!GetAtt Address.AllocationId
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Tokyo has the Elastic IP Address as an endpoint, but Entry is dual-stack, and dual-stack accelerators take no Elastic IPs. Take the instance or a load balancer, or make Entry IPV4.`,
      { addresses: "DUAL_STACK" },
    ),
  );
  checkNoFix(acceleratorEndpointKind, group("!GetAtt Address.AllocationId", { addresses: "DUAL_STACK" }));
});

test.each([
  ["a load balancer", group("!Ref Alb", { addresses: "DUAL_STACK" })],
  ["an instance", group("!Ref Server")],
  ["an Elastic IP by its ID", group("!GetAtt Address.AllocationId")],
  ["an ID", group("eipalloc-0123456789abcdef0")],
  ["the ARN of a load balancer", group("arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/a/1")],
  ["an unknown endpoint", group("!Ref Endpoint", { before: "Parameters:\n  Endpoint: { Type: String }\n" })],
  ["an imported endpoint", group("!ImportValue Alb")],
])("%s", (_, text) => checkRule(acceleratorEndpointKind, text));

test("conditions, and a default", () => {
  checkRule(
    acceleratorEndpointKind,
    group(
      `!If [Prod, !Ref Alb, !GetAtt Assets.Arn]
#                                          ^^^^^^^^^^^^^^^^^^ error: When Prod is false: Tokyo has Assets as an endpoint…`,
      { before: conditions },
    ),
  );
  checkRule(
    acceleratorEndpointKind,
    group("!If [Prod, !GetAtt Address.AllocationId, !Ref Alb]", {
      before: conditions,
      addresses: "!If [Prod, IPV4, DUAL_STACK]",
    }),
  );
  checkRule(
    acceleratorEndpointKind,
    group(
      `!GetAtt Address.AllocationId
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: With the default of Kind (DUAL_STACK), Tokyo has the Elastic IP…`,
      { before: "Parameters:\n  Kind: { Type: String, Default: DUAL_STACK }\n", addresses: "!Ref Kind" },
    ),
  );
});

test("names the Elastic IP by its allocation ID", () => {
  checkFix(acceleratorEndpointKind, group("!Ref Address # ours"), group("!GetAtt Address.AllocationId # ours"));
  const json = (id: string): string =>
    `{ "Resources": { "Eip": { "Type": "AWS::EC2::EIP" }, "G": { "Type": "AWS::GlobalAccelerator::EndpointGroup", "Properties": { "EndpointConfigurations": [{ "EndpointId": ${id} }] } } } }`;
  checkFix(acceleratorEndpointKind, json('{ "Ref": "Eip" }'), json('{ "Fn::GetAtt": ["Eip", "AllocationId"] }'));
});

test("a CDK program", () =>
  checkRule(
    acceleratorEndpointKind,
    typescript(
      `const eip = new ec2.CfnEIP(this, 'Eip');
new globalaccelerator.CfnEndpointGroup(this, 'Tokyo', { listenerArn: 'l', endpointGroupRegion: 'r', endpointConfigurations: [{ endpointId: eip.ref }] });
//                                                                                                                                         ^^^^^^^ 💡 error: Tokyo names the Elastic IP Eip by its address…`,
      ["ec2", "globalaccelerator"],
    ),
  ));
