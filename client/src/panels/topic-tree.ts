/** The list of topics in the activity bar: sections with topics, each opening its page. */
import {
  type Disposable,
  type Event,
  EventEmitter,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  workspace,
} from "vscode";
import { commands, type TopicSection, type TopicSummary } from "../../../protocol/requests.ts";
import { userLanguage } from "../language.ts";
import type { ServerLink } from "../server-link.ts";

type Node = { readonly section: TopicSection } | { readonly topic: TopicSummary };

export function registerTopicTree(server: ServerLink): Disposable {
  const changed = new EventEmitter<undefined>();
  const provider = topicTree(server, changed.event);
  const view = window.createTreeView("routewise.topics", { treeDataProvider: provider, showCollapseAll: true });
  const settings = workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration("routewise.language")) changed.fire(undefined);
  });
  return {
    dispose() {
      settings.dispose();
      view.dispose();
      changed.dispose();
    },
  };
}

function topicTree(server: ServerLink, onDidChangeTreeData: Event<undefined>): TreeDataProvider<Node> {
  return {
    onDidChangeTreeData,
    async getChildren(node) {
      if (!node) {
        const list = await server.topics({ language: userLanguage() });
        return (list?.sections ?? []).map((section) => ({ section }));
      }
      return "section" in node ? node.section.topics.map((topic) => ({ topic })) : [];
    },
    getTreeItem: (node) => ("section" in node ? sectionItem(node.section) : topicItem(node.topic)),
  };
}

function sectionItem({ title }: TopicSection): TreeItem {
  return new TreeItem(title, TreeItemCollapsibleState.Expanded);
}

function topicItem({ id, title, tagline }: TopicSummary): TreeItem {
  const item = new TreeItem(title, TreeItemCollapsibleState.None);
  item.id = id;
  item.description = tagline;
  item.tooltip = `${title}\n${tagline}`;
  item.iconPath = new ThemeIcon("book");
  item.command = { command: commands.openTopic, title, arguments: [id] };
  return item;
}
