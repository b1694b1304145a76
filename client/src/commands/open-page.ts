/** Opens a page of the reference: the one that is named, else one that the reader chooses among all. */
import { CancellationTokenSource, l10n, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from "vscode";
import type { PageReference, SearchHit, TopicListResult } from "../../../protocol/requests.ts";
import { userLanguage } from "../language.ts";
import type { ServerLink } from "../server-link.ts";

type Item = QuickPickItem & { readonly page?: PageReference };

const icons = { topic: new ThemeIcon("book"), rule: new ThemeIcon("check") } as const;

/** For commands, whose arguments are anything: asks where `id` is no string. */
export async function openPage(
  server: ServerLink,
  open: (page: PageReference) => void,
  kind: PageReference["kind"],
  id: unknown,
): Promise<void> {
  if (typeof id === "string") return open({ kind, id });
  const chosen = await choosePage(server);
  if (chosen) open(chosen);
}

/** A list of all topics and rules; what is typed is searched for by the server, in both languages. */
async function choosePage(server: ServerLink): Promise<PageReference | undefined> {
  const language = userLanguage();
  const picker = window.createQuickPick<Item>();
  picker.title = l10n.t("AWS network reference");
  picker.placeholder = l10n.t("Search topics and rules in English or Japanese");
  picker.busy = true;
  picker.show();
  let all: readonly Item[] = [];
  let searching: CancellationTokenSource | undefined;

  async function show(query: string): Promise<void> {
    searching?.cancel();
    const source = new CancellationTokenSource();
    searching = source;
    const { token } = source;
    // A search that was overtaken fails or comes too late; the next one shows what is wanted.
    const result = query === "" ? null : await server.search({ query, language }, token).catch(() => null);
    if (!token.isCancellationRequested) picker.items = result ? result.hits.map(hitItem) : all;
    source.dispose();
  }

  const chosen = new Promise<PageReference | undefined>((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.page);
      picker.hide();
    });
    picker.onDidHide(() => {
      searching?.cancel();
      resolve(undefined);
      picker.dispose();
    });
  });
  picker.onDidChangeValue((value) => void show(value.trim()));
  const list = await server.topics({ language });
  all = list ? allItems(list) : [];
  picker.busy = false;
  await show(picker.value.trim());
  return chosen;
}

function allItems({ sections, rules }: TopicListResult): readonly Item[] {
  return [
    ...sections.flatMap(({ title, topics }): readonly Item[] => [
      { label: title, kind: QuickPickItemKind.Separator },
      ...topics.map((topic) => ({
        label: topic.title,
        description: topic.tagline,
        iconPath: icons.topic,
        page: { kind: "topic", id: topic.id } as const,
      })),
    ]),
    { label: l10n.t("Rules"), kind: QuickPickItemKind.Separator },
    ...rules.map(({ kind, id, title }) => ({
      label: title,
      description: id,
      iconPath: icons.rule,
      page: { kind, id },
    })),
  ];
}

/** The server has chosen the hits, so the editor's own filter must not drop any. */
function hitItem({ kind, id, title, context, excerpt }: SearchHit): Item {
  return {
    label: title.text,
    description: context,
    ...(excerpt && { detail: excerpt.text }),
    iconPath: icons[kind],
    alwaysShow: true,
    page: { kind, id },
  };
}
