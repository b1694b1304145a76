import { test } from "vitest";
import { apigwPrivateIpAddressType } from "../../../../server/src/rules/apis/apigw-private-ip-address-type.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const api = (configuration: string, before = "", type = "RestApi"): string => `${before}Resources:
  Api:
    Type: AWS::ApiGateway::${type}
    Properties:
      EndpointConfiguration:
${configuration}`;
const conditions = `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
`;

test("a private API on IPv4", () =>
  checkRule(
    apigwPrivateIpAddressType,
    api(`        Types: [PRIVATE]
        IpAddressType: ipv4
#                      ^^^^ 💡 error: Api is private, but has IpAddressType ipv4. Private APIs support dualstack only, so the stack will fail. Set dualstack, or leave it out; which addresses callers use is up to their VPC endpoint.
`),
  ));

test("a private domain name, in Japanese", () =>
  checkRule(
    apigwPrivateIpAddressType,
    api(
      `        Types: [PRIVATE]
        IpAddressType: ipv4
#                      ^^^^ 💡 error: Api はプライベートなのに、IpAddressType が ipv4。…
`,
      "",
      "DomainNameV2",
    ),
    { messages: "ja" },
  ));

test.each([
  ["dualstack", "        Types: [PRIVATE]\n        IpAddressType: dualstack\n"],
  ["nothing said", "        Types: [PRIVATE]\n"],
  ["a Regional API", "        Types: [REGIONAL]\n        IpAddressType: ipv4\n"],
  ["the default type", "        IpAddressType: ipv4\n"],
])("%s", (_, configuration) => checkRule(apigwPrivateIpAddressType, api(configuration)));

test("unknown values, and cases that exclude each other", () => {
  checkRule(
    apigwPrivateIpAddressType,
    api("        Types: [!Ref Kind]\n        IpAddressType: ipv4\n", "Parameters:\n  Kind: { Type: String }\n"),
  );
  checkRule(
    apigwPrivateIpAddressType,
    api(
      "        Types: [!If [Prod, PRIVATE, REGIONAL]]\n        IpAddressType: !If [Prod, !Ref AWS::NoValue, ipv4]\n",
      conditions,
    ),
  );
});

test("by default", () =>
  checkRule(
    apigwPrivateIpAddressType,
    api(
      `        Types: [!Ref Kind]
        IpAddressType: ipv4
#                      ^^^^ 💡 warning: With the default of Kind (PRIVATE), Api is private…
`,
      "Parameters:\n  Kind: { Type: String, Default: PRIVATE }\n",
    ),
  ));

test("takes dualstack", () => {
  const before = api("        Types: [PRIVATE]\n        IpAddressType: ipv4 # as before\n");
  checkFix(apigwPrivateIpAddressType, before, before.replace("ipv4", "dualstack"));
  const json =
    '{ "Resources": { "D": { "Type": "AWS::ApiGateway::DomainNameV2", "Properties": { "EndpointConfiguration": { "Types": ["PRIVATE"], "IpAddressType": "ipv4" } } } } }';
  checkFix(apigwPrivateIpAddressType, json, json.replace("ipv4", "dualstack"));
});

test("a CDK program", () =>
  checkRule(
    apigwPrivateIpAddressType,
    python(
      `apigateway.CfnRestApi(self, "Api", endpoint_configuration=apigateway.CfnRestApi.EndpointConfigurationProperty(
    types=["PRIVATE"], ip_address_type="ipv4"))
#                                      ^^^^^^ 💡 error: Api is private…`,
      ["apigateway"],
    ),
  ));
