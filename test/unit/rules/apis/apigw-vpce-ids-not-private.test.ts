import { expect, test } from "vitest";
import { apigwVpceIdsNotPrivate } from "../../../../server/src/rules/apis/apigw-vpce-ids-not-private.ts";
import { checkFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("a Regional API", () =>
  checkRule(
    apigwVpceIdsNotPrivate,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration:
        Types: [REGIONAL]
        VpcEndpointIds: [vpce-1]
#                        ^^^^^^ 💡 error: Api is REGIONAL but lists VPC endpoints, which belong to private APIs only. The stack will fail. Make Api PRIVATE if only VPCs may call it, else remove VpcEndpointIds.
`,
  ));

test("no type is EDGE, in Japanese", () =>
  checkRule(
    apigwVpceIdsNotPrivate,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration:
        VpcEndpointIds: [vpce-1]
#                        ^^^^^^ 💡 error: Api は EDGE (既定) なのに VpcEndpointIds がある…
`,
    { messages: "ja" },
  ));

test("points at the type", () =>
  expect(
    relatedPlaces(
      apigwVpceIdsNotPrivate,
      `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration:
        Types: [REGIONAL]
        VpcEndpointIds: [vpce-1]
`,
    ),
  ).toEqual(['7:17 "REGIONAL": The endpoint type']));

test("a private API, an empty list, no list", () =>
  checkRule(
    apigwVpceIdsNotPrivate,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration:
        Types: [PRIVATE]
        VpcEndpointIds: [vpce-1]
      Policy: {}
  Empty: { Type: AWS::ApiGateway::RestApi, Properties: { EndpointConfiguration: { Types: [EDGE], VpcEndpointIds: [] } } }
  None: { Type: AWS::ApiGateway::RestApi, Properties: { EndpointConfiguration: { Types: [EDGE] } } }
`,
  ));

test("an unknown type, and a default", () =>
  checkRule(
    apigwVpceIdsNotPrivate,
    `
Parameters:
  Unknown: { Type: String }
  Type: { Type: String, Default: REGIONAL }
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration:
        Types: [!Ref Type]
        VpcEndpointIds: [vpce-1]
#                        ^^^^^^ 💡 warning: With the default of Type (REGIONAL), Api is REGIONAL…
  Other:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration:
        Types: [!Ref Unknown]
        VpcEndpointIds: [vpce-1]
`,
  ));

test("conditions that go together", () =>
  checkRule(
    apigwVpceIdsNotPrivate,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration:
        Types: [!If [Prod, PRIVATE, REGIONAL]]
        VpcEndpointIds: !If [Prod, [vpce-1], !Ref AWS::NoValue]
`,
  ));

test("and that do not", () =>
  checkRule(
    apigwVpceIdsNotPrivate,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration:
        Types: [!If [Prod, PRIVATE, REGIONAL]]
        VpcEndpointIds: [vpce-1]
#                        ^^^^^^ 💡 error: When Prod is false: Api is REGIONAL…
`,
  ));

test("removes the list", () =>
  checkFix(
    apigwVpceIdsNotPrivate,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration:
        Types: [REGIONAL]
        VpcEndpointIds: [vpce-1]
`,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration:
        Types: [REGIONAL]
`,
  ));

test("a CDK program", () =>
  checkRule(
    apigwVpceIdsNotPrivate,
    typescript(
      `new apigateway.CfnRestApi(this, 'Api', { name: 'a', endpointConfiguration: { types: ['REGIONAL'], vpcEndpointIds: ['vpce-1'] } });
//                                                                                                                 ^^^^^^^^ 💡 error: Api is REGIONAL but lists VPC endpoints…`,
      ["apigateway"],
    ),
  ));
