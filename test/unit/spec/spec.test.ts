import { beforeAll, describe, expect, test } from "vitest";
import { createSpec, type Spec } from "../../../server/src/spec/spec.ts";
import { freshSpec } from "../../support/spec.ts";

let spec: Spec;

beforeAll(async () => {
  spec = await freshSpec();
}, 60_000);

const VPC_PARAMETERS = ["AWS::EC2::VPC::Id", "AWS::SSM::Parameter::Value<AWS::EC2::VPC::Id>"];

describe("types", () => {
  test("network types come first, all others are known by name", () => {
    const firstOther = spec.typeNames.indexOf("AWS::S3::Bucket");
    expect(spec.typeNames.indexOf("AWS::EC2::VPC")).toBeLessThan(firstOther);
    expect(spec.typeNames.indexOf("AWS::ElasticLoadBalancingV2::Listener")).toBeLessThan(firstOther);
    expect(spec.typeNames.length).toBeGreaterThan(1800);
    expect(spec.isKnownType("AWS::S3::Bucket")).toBe(true);
    expect(spec.isKnownType("AWS::Serverless::GraphQLApi")).toBe(true);
    expect(spec.type("AWS::S3::Bucket")).toBeUndefined();
    expect(spec.attributes("AWS::S3::Bucket")).toContainEqual({
      name: "Arn",
      type: { kind: "primitive", type: "string" },
    });
  });

  test("unknown types and names of object members are nothing", () => {
    for (const name of ["AWS::EC2::Subnett", "", "constructor", "__proto__"]) {
      expect(spec.isKnownType(name)).toBe(false);
      expect(spec.type(name)).toBeUndefined();
      expect(spec.properties(name)).toEqual([]);
      expect(spec.attributes(name)).toEqual([]);
      expect(spec.property("AWS::EC2::VPC", [name])).toBeUndefined();
    }
  });

  test("what Ref returns", () => {
    expect(spec.type("AWS::EC2::VPC")?.ref).toBe("VpcId");
    expect(spec.type("AWS::EC2::EIP")?.ref).toBe("PublicIp");
    expect(spec.type("AWS::EC2::VPCDHCPOptionsAssociation")?.ref).toBeUndefined();
  });

  test("data of another format gives an empty spec", () => {
    for (const data of [undefined, null, 3, {}, { format: 2, types: {} }, []]) {
      expect(createSpec(data).typeNames).toEqual([]);
      expect(createSpec(data).isKnownType("AWS::EC2::VPC")).toBe(false);
    }
  });
});

describe("properties", () => {
  test("required ones first, tags last", () => {
    const names = spec.properties("AWS::EC2::Subnet").map((property) => property.name);
    expect(names[0]).toBe("VpcId");
    expect(names.at(-1)).toBe("Tags");
    const required = spec.properties("AWS::EC2::NetworkAclEntry").map((property) => property.required);
    expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
    expect(required[0]).toBe(true);
  });

  test("a path walks through lists and nested types", () => {
    const rule = spec.properties("AWS::EC2::SecurityGroup", ["SecurityGroupIngress"]).map(({ name }) => name);
    expect(rule[0]).toBe("IpProtocol");
    expect(rule).toContain("CidrIp");
    expect(spec.property("AWS::EC2::SecurityGroup", ["SecurityGroupIngress", "FromPort"])?.type).toEqual({
      kind: "primitive",
      type: "integer",
    });
    expect(spec.property("AWS::EC2::SecurityGroup", ["SecurityGroupIngress", "Nope"])).toBeUndefined();
    expect(spec.properties("AWS::EC2::SecurityGroup", ["GroupDescription"])).toEqual([]);
    expect(spec.property("AWS::EC2::SecurityGroup", [])).toBeUndefined();
  });

  test("a nested type that holds itself has no end", () => {
    const path = ["Rules", "Statement", "AndStatement", "Statements", "NotStatement", "Statement"];
    expect(spec.properties("AWS::WAFv2::WebACL", path).map(({ name }) => name)).toContain("IPSetReferenceStatement");
  });

  test("tags are a list of keys and values", () => {
    expect(spec.property("AWS::EC2::VPC", ["Tags"])?.type).toEqual({
      kind: "list",
      item: { kind: "object", name: "Tag" },
    });
    expect(spec.properties("AWS::EC2::VPC", ["Tags"]).map(({ name }) => name)).toEqual(["Key", "Value"]);
    expect(spec.type("AWS::EC2::VPC")?.tags).toBe("Tags");
  });

  test("values, defaults and bounds", () => {
    const nat = spec.property("AWS::EC2::NatGateway", ["ConnectivityType"]);
    expect(nat?.allowedValues).toEqual(["private", "public"]);
    expect(nat?.default).toBe("public");
    expect(nat?.replacement).toBe("always");
    expect(spec.property("AWS::EC2::NatGateway", ["AvailabilityMode"])?.allowedValues).toEqual(["regional", "zonal"]);
    expect(spec.property("AWS::EC2::VPCEndpoint", ["VpcEndpointType"])?.allowedValues).toContain("GatewayLoadBalancer");
    expect(spec.property("AWS::EC2::NetworkAclEntry", ["RuleAction"])).toMatchObject({
      allowedValues: ["allow", "deny"],
      ignoreCase: true,
    });
    expect(spec.property("AWS::ElasticLoadBalancingV2::TargetGroup", ["Port"])).toMatchObject({
      minimum: 1,
      maximum: 65535,
    });
    expect(spec.property("AWS::EC2::VPC", ["InstanceTenancy"])?.allowedValues).toContain("default");
  });

  test("every pattern compiles", () => {
    const patterns = spec.typeNames.flatMap(
      (name) => spec.type(name)?.properties.flatMap(({ pattern = [] }) => pattern) ?? [],
    );
    expect(patterns.length).toBeGreaterThan(50);
    expect(() => patterns.map((pattern) => new RegExp(pattern, "u"))).not.toThrow();
  });

  test("protocol numbers are not refused: names are suggestions", () => {
    const protocol = spec.property("AWS::EC2::SecurityGroup", ["SecurityGroupIngress", "IpProtocol"]);
    expect(protocol?.suggestedValues).toContain("tcp");
    expect(protocol?.allowedValues).toBeUndefined();
  });
});

describe("relations", () => {
  test.each([
    ["AWS::EC2::Subnet", "VpcId", "AWS::EC2::VPC", undefined],
    ["AWS::EC2::NatGateway", "SubnetId", "AWS::EC2::Subnet", undefined],
    ["AWS::EC2::NatGateway", "AllocationId", "AWS::EC2::EIP", "AllocationId"],
    ["AWS::EC2::EIPAssociation", "EIP", "AWS::EC2::EIP", undefined],
    ["AWS::EC2::Route", "RouteTableId", "AWS::EC2::RouteTable", undefined],
    ["AWS::EC2::Route", "GatewayId", "AWS::EC2::InternetGateway", undefined],
    ["AWS::EC2::Route", "GatewayId", "AWS::EC2::VPNGateway", undefined],
    ["AWS::EC2::Route", "NatGatewayId", "AWS::EC2::NatGateway", undefined],
    ["AWS::EC2::Route", "VpcEndpointId", "AWS::EC2::VPCEndpoint", undefined],
    ["AWS::EC2::Route", "NetworkInterfaceId", "AWS::EC2::NetworkInterface", undefined],
    ["AWS::EC2::SubnetRouteTableAssociation", "SubnetId", "AWS::EC2::Subnet", undefined],
    ["AWS::EC2::VPCEndpoint", "RouteTableIds", "AWS::EC2::RouteTable", undefined],
    ["AWS::EC2::VPCEndpoint", "SecurityGroupIds", "AWS::EC2::SecurityGroup", "GroupId"],
    ["AWS::EC2::NetworkAclEntry", "NetworkAclId", "AWS::EC2::NetworkAcl", undefined],
    ["AWS::EC2::TransitGatewayRoute", "TransitGatewayAttachmentId", "AWS::EC2::TransitGatewayVpcAttachment", undefined],
    ["AWS::ElasticLoadBalancingV2::LoadBalancer", "Subnets", "AWS::EC2::Subnet", undefined],
    ["AWS::ElasticLoadBalancingV2::LoadBalancer", "SecurityGroups", "AWS::EC2::SecurityGroup", "GroupId"],
    [
      "AWS::ElasticLoadBalancingV2::Listener",
      "LoadBalancerArn",
      "AWS::ElasticLoadBalancingV2::LoadBalancer",
      undefined,
    ],
  ])("%s.%s takes %s", (type, property, target, attribute) => {
    const relation = spec.relation(type, [property]);
    expect(relation?.types).toContain(target);
    expect(relation?.attributes[target]).toBe(attribute);
  });

  test("the parameter types that carry it", () => {
    expect(spec.relation("AWS::EC2::Subnet", ["VpcId"])?.parameterTypes).toEqual(VPC_PARAMETERS);
    const subnets = spec.relation("AWS::EC2::VPCEndpoint", ["SubnetIds"])?.parameterTypes;
    expect(subnets).toContain("List<AWS::EC2::Subnet::Id>");
    expect(subnets).toContain("AWS::EC2::Subnet::Id");
    expect(spec.relation("AWS::EC2::Route", ["RouteTableId"])?.parameterTypes).toEqual([]);
    const zone = spec.relation("AWS::EC2::Subnet", ["AvailabilityZone"]);
    expect(zone?.types).toEqual([]);
    expect(zone?.parameterTypes).toContain("AWS::EC2::AvailabilityZone::Name");
  });

  test("every right spelling of a security group's ID", () => {
    const relation = spec.relation("AWS::EC2::SecurityGroupIngress", ["SourceSecurityGroupId"]);
    expect(relation?.spellings["AWS::EC2::SecurityGroup"]).toEqual(["GroupId", undefined, "Id"]);
  });

  test("a VPC's own group and ACL fit where a group or an ACL does", () => {
    expect(spec.relation("AWS::Lambda::Function", ["VpcConfig", "SecurityGroupIds"])?.attributes).toEqual({
      "AWS::EC2::SecurityGroup": "GroupId",
      "AWS::EC2::VPC": "DefaultSecurityGroup",
    });
    expect(spec.relation("AWS::EC2::NetworkAclEntry", ["NetworkAclId"])?.attributes["AWS::EC2::VPC"]).toBe(
      "DefaultNetworkAcl",
    );
  });

  test("attributes of several things, and an identity that the data calls Id", () => {
    const zone = spec.relation("AWS::Route53::RecordSet", ["AliasTarget", "HostedZoneId"]);
    expect(zone?.attributes["AWS::ElasticLoadBalancingV2::LoadBalancer"]).toBe("CanonicalHostedZoneID");
    expect(zone?.spellings["AWS::ApiGateway::DomainName"]).toEqual([
      "RegionalHostedZoneId",
      "DistributionHostedZoneId",
    ]);
    const certificate = spec.relation("AWS::ElasticLoadBalancingV2::Listener", ["Certificates", "CertificateArn"]);
    expect(certificate?.spellings["AWS::CertificateManager::Certificate"]).toContain(undefined);
  });

  test("names are no IDs, and other services' instances are not EC2's", () => {
    expect(spec.relation("AWS::EC2::SecurityGroupIngress", ["SourceSecurityGroupName"])).toBeUndefined();
    expect(spec.relation("AWS::EC2::Instance", ["SecurityGroups"])).toBeUndefined();
    expect(spec.relation("AWS::ServiceDiscovery::Instance", ["InstanceId"])).toBeUndefined();
    expect(spec.relation("AWS::EC2::Subnet", ["CidrBlock"])).toBeUndefined();
  });

  test("every relation leads to a known type and to an attribute that it has", () => {
    const wrong: string[] = [];
    for (const typeName of spec.typeNames) {
      for (const { name, relation } of spec.type(typeName)?.properties ?? []) {
        for (const [target, spellings] of Object.entries(relation?.spellings ?? {})) {
          const attributes = spec.attributes(target).map((attribute) => attribute.name);
          const missing = spellings.filter((way) => way !== undefined && !attributes.includes(way));
          if (!spec.isKnownType(target) || missing.length > 0) wrong.push(`${typeName}.${name}: ${target} ${missing}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("documentation", () => {
  test("of a type, a property, a nested property, an attribute", async () => {
    expect(await spec.documentation("AWS::EC2::Subnet")).toMatch(/subnet/i);
    expect(await spec.documentation("AWS::EC2::Subnet", ["VpcId"])).toMatch(/VPC/);
    expect(await spec.documentation("AWS::EC2::SecurityGroup", ["SecurityGroupIngress", "CidrIp"])).toMatch(/IPv4/);
    expect(await spec.documentation("AWS::EC2::EIP", ["AllocationId"])).toMatch(/allocat/i);
    expect(await spec.documentation("AWS::EC2::Subnet", ["Nope"])).toBeUndefined();
    expect(await spec.documentation("AWS::EC2::Subnet", ["Nope", "VpcId"])).toBeUndefined();
    expect(await spec.documentation("AWS::Nope::Nope")).toBeUndefined();
  });

  test("is read once, and only when asked for; a failure means none", async () => {
    let reads = 0;
    const counting = createSpec(
      { format: 1, types: { T: { p: {} } }, others: {}, enums: [], relations: [], source: "" },
      async () => {
        reads += 1;
        return { T: { "": "text" } };
      },
    );
    expect(reads).toBe(0);
    expect(await Promise.all([counting.documentation("T"), counting.documentation("T")])).toEqual(["text", "text"]);
    expect(reads).toBe(1);
    const failing = createSpec(undefined, () => Promise.reject(new Error("no file")));
    expect(await failing.documentation("T")).toBeUndefined();
  });
});
