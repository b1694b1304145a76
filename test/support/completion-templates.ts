/** Templates in which values of properties are completed. */

/** @param resources further resources, indented as such */
export const network = (resources: string, parameters = "") => `
Parameters:
  VpcCidr: { Type: String, Default: 10.0.0.0/16 }
  Existing: { Type: "AWS::EC2::VPC::Id" }
  Subnets: { Type: "List<AWS::EC2::Subnet::Id>" }
  OneSubnet: { Type: "AWS::EC2::Subnet::Id" }
  Environment: { Type: String, Default: dev }
  Public: { Type: String, AllowedValues: ["true", "false"] }
${parameters}
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !Ref VpcCidr
  Table:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Vpc
${resources}
`;

/** The line among the properties of a new resource. */
export const property = (line: string, type = "AWS::EC2::Subnet", parameters = "") =>
  network(`  New:\n    Type: ${type}\n    Properties:\n      ${line}`, parameters);

/** Of the labels those that are whole references. */
export const references = (labels: readonly string[]) => labels.filter((label) => /^!(Ref|GetAtt) \w/.test(label));
