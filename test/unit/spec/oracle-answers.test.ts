import { describe, expect, test } from "vitest";
import { NO_SUCH_VALUE, readAnswer } from "../../../tools/spec/oracle-answers.ts";

describe("reading the validator's answers", () => {
  test.each([
    [
      `'${NO_SUCH_VALUE}' is not one of ['allow', 'deny'] (case-insensitive)`,
      { enum: ["allow", "deny"], ignoreCase: true },
    ],
    [`'${NO_SUCH_VALUE}' is not one of ['public']`, { enum: ["public"] }],
    ["-1 is not one of [60, 600]", { enum: [60, 600] }],
    ["'x' does not match pattern '^subnet-[0-9a-z]*$'", { pattern: "^subnet-[0-9a-z]*$" }],
    ["'x' does not match format 'AWS::EC2::Subnet.Id'", { format: "AWS::EC2::Subnet.Id" }],
    ["-5 is less than the minimum of 1", { minimum: 1 }],
    ["99999999 is greater than the maximum of 120", { maximum: 120 }],
    ["length 4000 exceeds maximum 256", { maxLength: 256 }],
    ["length 0 is below minimum 3", { minLength: 3 }],
    ["expected maximum item count: 16, found: 1000", { maxItems: 16 }],
    ["Array items are not unique", { uniqueItems: true }],
    ["'VpcId' is a required property", undefined],
    ["Property 'Port' is create-only; updating it will cause resource replacement", undefined],
  ])("%s", (message, constraint) => {
    expect(readAnswer(message)).toEqual(constraint);
  });
});
