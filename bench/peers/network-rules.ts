/**
 * Which rules of the peers are about networks; the others concern things that Routewise doesn't speak of, and are not
 * counted. cfn-lint 1.51, @aws/cloudformation-validate 1.9.
 */
const cfnLintRules = [
  ...["E1015", "E1024", "W1036", "E1150", "E1151", "E1153", "E1154", "E3013", "E3022", "E3023", "E3029", "E3041"],
  ...["E3049", "E3052", "E3057", "E3059", "E3060", "E3064", "E3503", "E3660", "E3661", "E3674", "E3676", "E3679"],
  ...["E3680", "E3681", "E3683", "E3684", "E3687", "E3688", "E3698", "E3699", "E3708", "E3711", "E3714", "E3718"],
  ...["E3723", "W3010", "W3660", "W3687", "W3700", "W3703", "W3705"],
];
const validateRules = [...cfnLintRules, "W2508", "E9002"];

const byTool: Readonly<Record<string, ReadonlySet<string>>> = {
  "cfn-lint": new Set(cfnLintRules),
  "cloudformation-validate": new Set(validateRules),
};

export function isAboutNetworks(tool: string, rule: string): boolean {
  return byTool[tool]?.has(rule) ?? true;
}
