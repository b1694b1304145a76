/** Templates with a network ACL `Acl` and entries of it. */

/** The head of a template, up to the resources that follow the ACL. `before` stands in front of `Resources`. */
export function withAcl(entries: string, before = ""): string {
  return `${before}
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }
${entries}`;
}

export interface EntryOptions {
  /** A line with a mark for the logical ID. */
  readonly mark?: string;
  readonly condition?: string;
  readonly acl?: string;
}

/** An entry of the ACL with these lines of properties, marks included. */
export function entry(
  name: string,
  properties: string,
  { mark, condition, acl = "!Ref Acl" }: EntryOptions = {},
): string {
  return [
    `  ${name}:`,
    ...(mark === undefined ? [] : [mark]),
    "    Type: AWS::EC2::NetworkAclEntry",
    ...(condition === undefined ? [] : [`    Condition: ${condition}`]),
    "    Properties:",
    `      NetworkAclId: ${acl}`,
    ...properties
      .trim()
      .split("\n")
      .map((line) => (line.startsWith("#") ? line : `      ${line.trim()}`)),
    "",
  ].join("\n");
}

/** `Protocol`, ports, action and block of an entry: TCP from or to a block. */
export function tcp(from: number, to = from, block = "0.0.0.0/0", action = "allow"): string {
  return `Protocol: 6
RuleAction: ${action}
CidrBlock: ${block}
PortRange: { From: ${from}, To: ${to} }`;
}

export function everything(block = "0.0.0.0/0", action = "allow"): string {
  return `Protocol: -1
RuleAction: ${action}
CidrBlock: ${block}`;
}

/** Conditions that never hold together. */
export const exclusive = `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]`;
