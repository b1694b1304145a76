import { expect, test } from "vitest";
import { hoverInCode, hoverOn } from "../../../../support/check-hover.ts";
import { python, typescript } from "../../../../support/programs.ts";
import { jsonResource, resource } from "../../../../support/templates.ts";

const endpoint = (service: string, more = "VpcId: vpc-1") =>
  resource("AWS::EC2::VPCEndpoint", `ServiceName: ${service}\n${more}`);
const region = "${AWS::Region}";

test("the Region may be left to the deployment, in Sub and in Join", async () => {
  const sub = await hoverOn(endpoint(`!Sub com.amazonaws.${region}.ecr.d$0kr`));
  expect(sub?.markdown).toContain("Amazon ECR (Docker registry)");
  expect(sub?.markdown).toContain("ecr.dkr, ecr.api and a gateway endpoint for S3");
  const join = await hoverOn(
    jsonResource(
      "AWS::EC2::VPCEndpoint",
      `"ServiceName": { "Fn::Join": ["$0.", ["com.amazonaws", { "Ref": "AWS::Region" }, "sqs"]] }`,
    ),
    { notation: "json" },
  );
  expect(join?.markdown).toContain("Amazon SQS");
});

test("the type of the endpoint decides how it is reached", async () => {
  const s3 = "com.amazonaws.eu-west-1.s$03";
  expect((await hoverOn(endpoint(s3)))?.markdown).toContain("Here: a gateway endpoint");
  expect((await hoverOn(endpoint(s3, "VpcEndpointType: Interface")))?.markdown).toContain(
    "Here: an interface endpoint",
  );
  expect((await hoverOn(endpoint(s3, "VpcEndpointType: !ImportValue X")))?.markdown).not.toContain("Here");
  expect((await hoverOn(endpoint("com.amazonaws.eu-west-1.s$0ts")))?.markdown).toContain(
    "left out, which means Gateway",
  );
  expect((await hoverOn(endpoint("com.amazonaws.eu-west-1.s$0ts", "VpcEndpointType: Gateway")))?.markdown).toContain(
    "has no gateway endpoint",
  );
});

test("a service of somebody else's", async () => {
  const name = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789ab$0cdef0";
  expect((await hoverOn(endpoint(name), { language: "ja" }))?.markdown).toContain("エンドポイントサービス");
});

test("an unknown service shows the property", async () => {
  expect((await hoverOn(endpoint("com.amazonaws.us-east-1.not$0hing")))?.markdown).toMatch(/^\*\*ServiceName\*\*/);
  expect((await hoverOn(endpoint("com.amazon$0aws")))?.markdown).toMatch(/^\*\*ServiceName\*\*/);
});

test("members of the CDK's classes, whose names differ from the services'", async () => {
  const shown = await hoverInCode(typescript("const s = ec2.InterfaceVpcEndpointAwsService.API$0GATEWAY;"));
  expect(shown?.markdown).toContain("API Gateway (execute-api)");
  const s3 = await hoverInCode(python("s = ec2.GatewayVpcEndpointAwsService.S$03"), { program: "python" });
  expect(s3?.markdown).toContain("Amazon S3");
});
