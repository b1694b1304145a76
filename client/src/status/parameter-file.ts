/** The parameter file whose values are assumed: shown in the status bar, chosen from a list, kept in the settings. */
import {
  ConfigurationTarget,
  type Disposable,
  l10n,
  type QuickPickItem,
  StatusBarAlignment,
  ThemeColor,
  Uri,
  window,
  workspace,
} from "vscode";
import type { ParameterFileOffer } from "../../../protocol/requests.ts";
import type { ServerLink } from "../server-link.ts";
import type { StatusFollower } from "./document-status.ts";

const setting = "parameterFiles";

/** Only over templates with parameters: where there is nothing to choose, there is nothing to show. */
export function showParameterFile(follower: StatusFollower): Disposable {
  const item = window.createStatusBarItem("routewise.parameterFile", StatusBarAlignment.Right, 100);
  item.name = l10n.t("Routewise: parameter file");
  item.command = "routewise.selectParameterFile";

  function update(): void {
    const status = follower.current()?.status;
    if (!status || status.parameters === 0 || status.source !== "cloudformation") {
      item.hide();
      return;
    }
    const { parameterFile } = status;
    const name = parameterFile && Uri.parse(parameterFile.uri).path.split("/").at(-1);
    const isLost = parameterFile !== null && !parameterFile.isRead;
    item.text = `$(symbol-parameter) ${name ?? l10n.t("Defaults")}`;
    item.tooltip = isLost
      ? l10n.t(
          "The parameter file {0} is missing or gives no parameters, so defaults count. Choose another.",
          name ?? "",
        )
      : name
        ? l10n.t("Routewise assumes the values of {0}. Choose another file.", name)
        : l10n.t("Routewise assumes the defaults of parameters. Choose a parameter file.");
    item.backgroundColor = isLost ? new ThemeColor("statusBarItem.warningBackground") : undefined;
    item.show();
  }

  update();
  const listener = follower.onDidChange(update);
  return {
    dispose() {
      listener.dispose();
      item.dispose();
    },
  };
}

interface Choice extends QuickPickItem {
  /** From the workspace folder; undefined for the defaults. */
  readonly path: string | undefined;
}

/** Asks which file counts for the template in front, and writes it into the settings of the folder. */
export async function selectParameterFile(server: ServerLink): Promise<void> {
  const document = window.activeTextEditor?.document;
  const folder = document && workspace.getWorkspaceFolder(document.uri);
  if (!document || !folder) {
    await window.showInformationMessage(l10n.t("Open a template of this workspace first."));
    return;
  }
  const { template, files } = await server.parameterFiles({ uri: document.uri.toString() });
  if (template === null) {
    await window.showInformationMessage(l10n.t("This document is no template with parameters."));
    return;
  }
  const configuration = workspace.getConfiguration("routewise", document.uri);
  const current = configuration.get<Readonly<Record<string, string>>>(setting, {});
  const isNow = (path: string | undefined) => current[template] === path;
  const choices: readonly Choice[] = [
    {
      label: l10n.t("Defaults"),
      description: isNow(undefined) ? l10n.t("now") : "",
      detail: l10n.t("What the template itself says; parameters without a default stay unknown"),
      path: undefined,
    },
    ...files.map((offer) => ({
      label: offer.path,
      description: isNow(offer.path) ? l10n.t("now") : "",
      detail: fitOf(offer),
      path: offer.path,
    })),
  ];
  const chosen = await window.showQuickPick(choices, {
    title: l10n.t("Values to assume for the parameters of {0}", template),
    placeHolder: files.length > 0 ? "" : l10n.t("No parameter file of this workspace fits this template."),
    matchOnDescription: true,
  });
  if (!chosen) return;
  const { [template]: _, ...others } = current;
  const next = chosen.path === undefined ? others : { ...others, [template]: chosen.path };
  const isMultiRoot = (workspace.workspaceFolders?.length ?? 0) > 1;
  const target = isMultiRoot ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Workspace;
  await configuration.update(setting, Object.keys(next).length > 0 ? next : undefined, target);
}

function fitOf({ given, missing, unknown }: ParameterFileOffer): string {
  return [
    given === 1 ? l10n.t("gives 1 parameter") : l10n.t("gives {0} parameters", given),
    ...(missing.length > 0 ? [l10n.t("leaves open: {0}", shortList(missing))] : []),
    ...(unknown.length > 0 ? [l10n.t("not in the template: {0}", shortList(unknown))] : []),
  ].join(" · ");
}

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${shown} …` : shown;
}
