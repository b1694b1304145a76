/**
 * Offers to name the functions of CloudFormation in `yaml.customTags` when Red Hat's YAML extension marks them in a
 * template, and takes them out again. It asks once: who says no, or takes the tags out, is not asked again.
 */
import {
  ConfigurationTarget,
  commands,
  type Disposable,
  type ExtensionContext,
  extensions,
  l10n,
  languages,
  type Memento,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from "vscode";
import {
  hasCloudFormationTags,
  isUnresolvedFunction,
  looksLikeTemplate,
  missingTags,
  withoutTags,
  withTags,
} from "./yaml-tags.ts";

const yamlExtension = "redhat.vscode-yaml";

/** Set while there are tags that the command can take out again. */
const addedContext = "routewise.addedYamlTags";

/** What is remembered: that nobody wants to be asked, and which tags were added where. */
const declinedKey = "yamlTags.declined";
const addedKey = "yamlTags.added";

/** Settings of single folders are left alone: the YAML extension has one list of tags for a window. */
type Level = "user" | "workspace";

const targets = { user: ConfigurationTarget.Global, workspace: ConfigurationTarget.Workspace } as const;

/** Other extensions for templates write the same setting when they start; by then they have. */
const patienceMilliseconds = 3_000;

/** Watches the YAML extension's messages until there is something to ask. */
export function offerYamlTags(context: ExtensionContext): Disposable {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = false;

  function consider(uris: readonly Uri[]): void {
    if (asked || waiting !== undefined || isDeclined(context) || !extensions.getExtension(yamlExtension)) return;
    const changed = new Set(uris.map(String));
    const template = workspace.textDocuments.find(({ uri }) => changed.has(uri.toString()) && isMarked(uri));
    if (template && !areTagsSet()) waiting = setTimeout(() => void askIfStillMarked(template), patienceMilliseconds);
  }

  async function askIfStillMarked(template: TextDocument): Promise<void> {
    waiting = undefined;
    if (areTagsSet() || !isMarked(template.uri) || !looksLikeTemplate(template.getText())) return;
    asked = true;
    await ask(context);
  }

  void showCommand(context);
  // The marks may be there before us.
  consider(workspace.textDocuments.map(({ uri }) => uri));
  const listener = languages.onDidChangeDiagnostics(({ uris }) => consider(uris));
  return {
    dispose() {
      clearTimeout(waiting);
      listener.dispose();
    },
  };
}

/** For the command: takes out what `offerYamlTags` has put in, and nothing that others have. */
export async function removeYamlTags(context: ExtensionContext): Promise<void> {
  let removed = 0;
  for (const level of ["workspace", "user"] as const) {
    const added = addedAt(context, level);
    if (added.length === 0) continue;
    if (!(await write(level, withoutTags(valueAt(level), added)))) return;
    await memory(context, level).update(addedKey, undefined);
    removed += added.length;
  }
  await context.globalState.update(declinedKey, true);
  await showCommand(context);
  const message =
    removed > 0
      ? l10n.t("The CloudFormation tags are out of yaml.customTags again.")
      : l10n.t("Routewise has added no tags to yaml.customTags.");
  await offerSettings(message);
}

async function ask(context: ExtensionContext): Promise<void> {
  const level = levelToWrite();
  const [add, notNow, never] = [l10n.t("Add"), l10n.t("Not Now"), l10n.t("Never")];
  const question =
    level === "user"
      ? l10n.t(
          "The YAML extension does not know !Ref, !Sub and the other functions of CloudFormation. Add them to yaml.customTags in your user settings?",
        )
      : l10n.t(
          "The YAML extension does not know !Ref, !Sub and the other functions of CloudFormation. Add them to yaml.customTags in the settings of this workspace?",
        );
  const answer = await window.showInformationMessage(question, add, notNow, never);
  if (answer === add) return addTags(context, level);
  // Closing the message is no answer for other workspaces.
  await (answer === never ? context.globalState : context.workspaceState).update(declinedKey, true);
}

async function addTags(context: ExtensionContext, level: Level): Promise<void> {
  const current = valueAt(level);
  const added = missingTags(current);
  if (!(await write(level, withTags(current, added)))) return;
  await memory(context, level).update(addedKey, [...addedAt(context, level), ...added]);
  await showCommand(context);
  const undo = l10n.t("Undo");
  const answer = await window.showInformationMessage(
    l10n.t("The YAML extension now knows the functions of CloudFormation."),
    undo,
  );
  if (answer === undo) await removeYamlTags(context);
}

/** Arrays of several levels don't add up, so the tags go where the array that counts now stands. */
function levelToWrite(): Level {
  return workspace.getConfiguration("yaml").inspect("customTags")?.workspaceValue === undefined ? "user" : "workspace";
}

function valueAt(level: Level): unknown {
  const found = workspace.getConfiguration("yaml").inspect("customTags");
  return level === "user" ? found?.globalValue : found?.workspaceValue;
}

/** Whether it worked; where it did not, as with settings that have mistakes in them, the user reads why. */
async function write(level: Level, value: readonly unknown[] | undefined): Promise<boolean> {
  try {
    await workspace.getConfiguration("yaml").update("customTags", value, targets[level]);
    return true;
  } catch (error) {
    await offerSettings(l10n.t("yaml.customTags could not be written: {0}", String(error)));
    return false;
  }
}

async function offerSettings(message: string): Promise<void> {
  const open = l10n.t("Open Settings");
  const answer = await window.showInformationMessage(message, open);
  if (answer === open) await commands.executeCommand("workbench.action.openSettings", "yaml.customTags");
}

function areTagsSet(): boolean {
  return hasCloudFormationTags(workspace.getConfiguration("yaml").get("customTags"));
}

function isMarked(uri: Uri): boolean {
  return languages.getDiagnostics(uri).some(({ message }) => isUnresolvedFunction(message));
}

function isDeclined({ globalState, workspaceState }: ExtensionContext): boolean {
  return globalState.get(declinedKey) === true || workspaceState.get(declinedKey) === true;
}

function memory(context: ExtensionContext, level: Level): Memento {
  return level === "user" ? context.globalState : context.workspaceState;
}

function addedAt(context: ExtensionContext, level: Level): readonly string[] {
  return memory(context, level).get<readonly string[]>(addedKey, []);
}

async function showCommand(context: ExtensionContext): Promise<void> {
  const some = addedAt(context, "user").length > 0 || addedAt(context, "workspace").length > 0;
  await commands.executeCommand("setContext", addedContext, some);
}
