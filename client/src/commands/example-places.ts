/** What the walkthrough shows on its example: where the cursor goes, and the command that follows. */
export const shows = {
  hover: { before: "  PublicA:", behind: "  Pub", command: "editor.action.showHover" },
  fix: { before: "10.0.0.128/25", behind: "10.0.0", command: "editor.action.quickFix" },
  completion: { before: "      CidrBlock: \n", behind: "      CidrBlock: ", command: "editor.action.triggerSuggest" },
} as const;

export type Show = keyof typeof shows;

/** For arguments of commands, which are anything. */
export function isShow(value: unknown): value is Show {
  return typeof value === "string" && Object.hasOwn(shows, value);
}

/** The text of the example's file, with the space behind which a value is completed: editors leave none at line ends. */
export function exampleText(file: string): string {
  return file.replace(/(?<=CidrBlock:)(?=\n)/, " ");
}
