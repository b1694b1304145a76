/** APIs and their links to networks: API Gateway, AppSync. Which methods and routes they have isn't read. */
import { type CodeEntry, type CodeValue, type Located, opaque, scalar } from "../code-value.ts";
import type { Reading } from "../reading.ts";
import { attributesOf, refGiven } from "./attributes.ts";
import { durationSeconds, enumText, memberOfEnum } from "./enums.ts";
import { addImplied, type Maker } from "./implied.ts";
import type { MadeSecurityGroup } from "./made.ts";
import { groupIds, groupsIn, groupsOf } from "./peers.ts";
import { subnetsGiven } from "./route-tables.ts";
import { optionsOf } from "./subnet-selection.ts";
import { type Given, itemsOf, listOf, mapItems, objectOf } from "./values.ts";

const apiAddressTypes: Readonly<Record<string, string>> = { IPV4: "ipv4", DUAL_STACK: "dualstack" };

/** `apigateway.RestApi` and those made of it. */
export function makeRestApi(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::ApiGateway::RestApi",
    properties: {
      Name: given.get("restApiName") ?? (open ? opaque : scalar(maker.id)),
      EndpointConfiguration: endpointConfiguration(reading, given),
      Policy: given.has("policy") ? opaque : undefined,
    },
    // Its policy may get more statements.
    open: true,
  });
  reading.made.set(maker.id, {
    kind: "other",
    id: maker.id,
    attribute: attributesOf(maker.id, { restApiId: "Ref", restApiRootResourceId: "RootResourceId" }),
  });
}

function endpointConfiguration(reading: Reading, given: ReadonlyMap<string, Located>): Given {
  const whole = given.get("endpointConfiguration");
  const types = given.get("endpointTypes");
  if (!whole) return types && { value: objectOf({ Types: typeList(types) }, types.range), range: types.range };
  const { value, range } = whole;
  if (value.kind !== "object" || value.open) return { value: opaque, range };
  const options = optionsOf(value.entries);
  const endpoints = options.get("vpcEndpoints");
  const list = itemsOf(endpoints)?.map((item) => refGiven(reading, item) ?? item);
  const properties = {
    Types: typeList(options.get("types")),
    VpcEndpointIds: endpoints && { value: list ? listOf(list, range) : opaque, range: endpoints.range },
    IpAddressType: enumText(options.get("ipAddressType"), "IpAddressType", apiAddressTypes),
  };
  return { value: objectOf(properties, range), range };
}

/** `[apigateway.EndpointType.PRIVATE]`: members are called as their values. */
function typeList(given: Located | undefined): Given {
  return given && membersOf(given, "EndpointType");
}

function membersOf(given: Located, name: string): Located {
  return mapItems(given, (item) => {
    const member = memberOfEnum(item, name);
    return member === undefined ? opaque : scalar(member);
  });
}

/** `apigateway.VpcLink`: to network load balancers. */
export function makeRestVpcLink(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const targets = optionsOf(entries).get("targets");
  const arns: Located[] = [];
  const add = (inReading: Reading, items: readonly Located[]): void => {
    for (const item of items) arns.push(refGiven(inReading, item) ?? item);
  };
  const given = itemsOf(targets);
  add(reading, given ?? []);
  const isOpen = open || (targets !== undefined && given === undefined);
  reading.made.set(maker.id, {
    kind: "other",
    id: maker.id,
    attribute: attributesOf(maker.id, { vpcLinkId: "Ref" }),
    method: (inReading, { name, node, frame }) => {
      if (name !== "addTargets" || frame.repeated) return undefined;
      const items = node.args.map((arg) => inReading.evaluate(arg, frame));
      if (frame.guard === undefined) add(inReading, items);
      return opaque;
    },
    finish: (inReading) =>
      addImplied(inReading, maker, {
        id: maker.id,
        type: "AWS::ApiGateway::VpcLink",
        properties: { TargetArns: arns.length > 0 && !isOpen ? listOf(arns, targets?.range ?? maker.callee) : opaque },
        open: true,
      }),
  });
}

/** `apigatewayv2.VpcLink`: into subnets of a VPC. */
export function makeHttpVpcLink(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  const written = given.get("securityGroups");
  const groups = written ? groupsIn(reading, written) : [];
  const worn: MadeSecurityGroup[] | undefined = groups && !open ? [...groups] : undefined;
  let mayWearMore = false;
  reading.made.set(maker.id, {
    kind: "other",
    id: maker.id,
    attribute: attributesOf(maker.id, { vpcLinkId: "Ref" }),
    method: (inReading, { name, node, frame }) => {
      if (name !== "addSecurityGroups") return undefined;
      const found = node.args.map((arg) => groupsOf(inReading, inReading.evaluate(arg, frame)));
      if (frame.repeated || frame.guard !== undefined || found.includes(undefined)) mayWearMore = true;
      else worn?.push(...found.flatMap((each) => each ?? []));
      return opaque;
    },
    finish: (inReading) =>
      addImplied(inReading, maker, {
        id: maker.id,
        type: "AWS::ApiGatewayV2::VpcLink",
        properties: {
          SubnetIds: open ? opaque : subnetsGiven(inReading, given.get("vpc"), given.get("subnets"), maker.callee),
          SecurityGroupIds: worn && !mayWearMore ? groupIds(worn, maker.callee) : opaque,
        },
        open: true,
      }),
  });
}

/** `apigatewayv2.HttpApi`. */
export function makeHttpApi(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  const types = enumText(given.get("ipAddressType"), "IpAddressType", apiAddressTypes);
  addApi(reading, maker, {
    Name: given.get("apiName") ?? (open ? opaque : scalar(maker.id)),
    ProtocolType: scalar("HTTP"),
    CorsConfiguration: cors(given.get("corsPreflight")),
    IpAddressType: types,
  });
}

/** `apigatewayv2.WebSocketApi`. */
export function makeWebSocketApi(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  const selection = given.get("routeSelectionExpression");
  addApi(reading, maker, {
    Name: given.get("apiName") ?? (open ? opaque : scalar(maker.id)),
    ProtocolType: scalar("WEBSOCKET"),
    RouteSelectionExpression: selection || open ? (selection ?? opaque) : scalar("$request.body.action"),
  });
}

function addApi(reading: Reading, maker: Maker, properties: Readonly<Record<string, Given>>): void {
  addImplied(reading, maker, { id: maker.id, type: "AWS::ApiGatewayV2::Api", properties, open: true });
  reading.made.set(maker.id, {
    kind: "other",
    id: maker.id,
    attribute: attributesOf(maker.id, { apiId: "Ref", httpApiId: "Ref", apiEndpoint: "ApiEndpoint" }),
  });
}

function cors(given: Located | undefined): Given {
  if (!given) return undefined;
  const { value, range } = given;
  if (value.kind !== "object" || value.open) return { value: opaque, range };
  const options = optionsOf(value.entries);
  const methods = options.get("allowMethods");
  const properties = {
    AllowCredentials: options.get("allowCredentials"),
    AllowHeaders: options.get("allowHeaders"),
    AllowMethods: methods && membersOf(methods, "CorsHttpMethod"),
    AllowOrigins: options.get("allowOrigins"),
    ExposeHeaders: options.get("exposeHeaders"),
    MaxAge: durationSeconds(options.get("maxAge")),
  };
  return { value: objectOf(properties, range), range };
}

/** `appsync.GraphqlApi`: whether it is reached through VPC endpoints alone. */
export function makeGraphqlApi(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  const authentication: CodeValue | undefined =
    open || given.has("authorizationConfig") ? undefined : scalar("API_KEY");
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::AppSync::GraphQLApi",
    properties: {
      Name: given.get("name") ?? opaque,
      AuthenticationType: authentication,
      Visibility: enumText(given.get("visibility"), "Visibility", { GLOBAL: "GLOBAL", PRIVATE: "PRIVATE" }),
    },
    open: true,
  });
  reading.made.set(maker.id, {
    kind: "other",
    id: maker.id,
    attribute: attributesOf(maker.id, { apiId: "ApiId", arn: "Arn", graphqlUrl: "GraphQLUrl" }),
  });
}
