/** Constructs are found by their paths, or the construct around them; never one that is not meant. */
import { expect, test } from "vitest";
import { createConstructSearch } from "../../../../server/src/features/synthesized/construct-search.ts";

const app = `import { Net } from "../lib/net";
new Net(app, "Net");
new Net(app, \`Net-\${stage}\`);
`;
const net = `export class Net extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const vpc = new ec2.Vpc(this, "Vpc", { maxAzs: 2 });
    const inner = new Zone<string>(this, 'Zone');
    const nested = new NestedStack(this, "Nested");
    new ec2.CfnVPC(nested, "InNested");
    helped(this);
    new ec2.SecurityGroup(this, "Net");
  }
}
`;
const zone = `class Zone extends Base {
  constructor(scope, id) {
    super(scope, id);
    new ec2.CfnSubnet(this, "Subnet", {});
  }
}
class Base extends Construct {
  constructor(scope, id) { super(scope, id); new ec2.CfnRouteTable(this, "Table"); }
}
class Other extends Construct {
  constructor(scope, id) { super(scope, id); new ec2.CfnSubnet(this, "Subnet", {}); new ec2.CfnEIP(this, "Address"); }
}
`;
const helper = `export const helped = (scope) => { new ec2.CfnEIP(scope, "Helped"); };
const other = (scope) => new Other(scope, "Other");
`;

const programs = { "bin/app.ts": app, "lib/net.ts": net, "lib/zone.ts": zone, "lib/helper.ts": helper };
const search = createConstructSearch(
  Object.entries(programs).map(([path, text]) => ({ uri: `file:///app/${path}`, text })),
);
const found = (path: string, stack = "Net"): string | undefined => {
  const place = search(path, stack);
  const text = Object.entries(programs).find(([name]) => place?.uri === `file:///app/${name}`)?.[1];
  return place && text?.slice(place.offset).split("(")[0];
};

test.each([
  ["Net/Vpc/Resource", "new ec2.Vpc"],
  // What the library makes inside stays with the construct that somebody wrote.
  ["Net/Vpc/PublicSubnet1/Subnet", "new ec2.Vpc"],
  ["Net/Zone/Subnet", "new ec2.CfnSubnet"],
  ["Net/Zone/Table", "new ec2.CfnRouteTable"],
  ["Net/Nested/InNested", "new ec2.CfnVPC"],
  ["Net/Helped", "new ec2.CfnEIP"],
  // `Other` makes an address, but nothing says that `Zone` does.
  ["Net/Zone/Address", "new Zone<string>"],
  ["Net/Unknown", "new Net"],
  // The stack and something in it have the same id.
  ["Net/Net/Resource", "new ec2.SecurityGroup"],
])("%s is made by %s", (path, expected) => {
  expect(found(path)).toBe(expected);
});

test("a stack whose name is computed is passed over, if what is in it is named but once", () => {
  expect(found("Net-dev/Vpc/Resource", "Net-dev")).toBe("new ec2.Vpc");
  expect(found("Net-dev/Subnet", "Net-dev")).toBeUndefined();
  expect(found("Net-dev/Missing/Vpc", "Net-dev")).toBeUndefined();
});

test("Python, positional and by keyword", () => {
  const text = `class Net(Stack):
    def __init__(self, scope, id, **kwargs):
        self.vpc = ec2.Vpc(self, "Vpc", max_azs=2)
        group = ec2.SecurityGroup(scope=self, id='Group', vpc=self.vpc)
        helper(self, "Vpc")
`;
  const inPython = createConstructSearch([{ uri: "file:///app/net.py", text }]);
  expect(inPython("Net/Vpc/Resource", "Net")?.offset).toBe(text.indexOf("ec2.Vpc"));
  expect(inPython("Net/Group/Resource", "Net")?.offset).toBe(text.indexOf("ec2.SecurityGroup"));
});

test("long words cost no more than their length", () => {
  const text = `const data = "${"a".repeat(300_000)}"; new ec2.Vpc(this, "Vpc")`;
  expect(createConstructSearch([{ uri: "file:///app/a.ts", text }])("Net/Vpc", "Net")).toBeDefined();
});
