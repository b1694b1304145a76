/**
 * Finds the call that made a construct by the construct's path, for apps whose assembly tells no stacks: `Net/Vpc/…` is
 * what `new ec2.Vpc(this, "Vpc")` in the class `Net` made, if nothing else can be meant.
 *
 * The sources are searched, not parsed: all files of an app are asked at once, most of them are not open, and an id is a
 * literal behind a scope in every style that people write. What may be meant twice is not found; the construct around it
 * is.
 */

export interface ProgramText {
  readonly uri: string;
  readonly text: string;
}

/** A place in one of the programs: the first character of the call, `new` included. */
export interface CallPlace {
  readonly uri: string;
  readonly offset: number;
}

/** @param stackName the path of the stack that holds the construct */
export type ConstructSearch = (path: string, stackName: string | undefined) => CallPlace | undefined;

interface IdentifiedCall extends CallPlace {
  readonly id: string;
  /** Last part of what is called: `Vpc`. */
  readonly callee: string;
  /** The class around it. */
  readonly within: string | undefined;
}

interface ClassText {
  readonly name: string;
  readonly base: string | undefined;
  readonly start: number;
}

/** Constructs of the library that make nothing themselves: what is in them stands beside them. */
const containers: ReadonlySet<string> = new Set(["Stack", "NestedStack", "Stage", "Construct"]);

/** Finds constructs; made once for all texts of an app. */
export function createConstructSearch(programs: readonly ProgramText[]): ConstructSearch {
  const calls = new Map<string, IdentifiedCall[]>();
  const bases = new Map<string, string | undefined>();
  const made = new Set<string>();
  for (const program of programs) {
    const classes = classesIn(program.text);
    for (const { name, base } of classes) bases.set(name, base);
    for (const call of callsIn(program, classes)) {
      calls.set(call.id, [...(calls.get(call.id) ?? []), call]);
      made.add(call.callee);
    }
  }

  function isOf(className: string | undefined, owner: string): boolean {
    let known: string | undefined = owner;
    for (let depth = 0; known !== undefined && depth < 10; depth++) {
      if (known === className) return true;
      known = bases.get(known);
    }
    return false;
  }

  /** The one call that can be meant: in the class that made the construct around it, else in a function that helps. */
  function only(id: string, owner: string | undefined, holdsOthers: boolean): IdentifiedCall | undefined {
    const all = (calls.get(id) ?? []).filter(
      ({ callee }) => !holdsOthers || bases.has(callee) || containers.has(callee),
    );
    if (owner === undefined) return all.length === 1 ? all[0] : undefined;
    const inside = all.filter(({ within }) => isOf(within, owner));
    const meant = inside.length > 0 ? inside : all.filter(({ within }) => within === undefined || !made.has(within));
    return meant.length === 1 ? meant[0] : undefined;
  }

  return (path, stackName) => {
    const isInStack = stackName !== undefined && path.startsWith(`${stackName}/`);
    const stackDepth = isInStack ? stackName.split("/").length : 1;
    let found: IdentifiedCall | undefined;
    let owner: string | undefined;
    for (const [depth, id] of path.split("/").entries()) {
      // A stack, and nothing else that has the same id.
      const next = only(id, owner, depth < stackDepth);
      if (!next) {
        // The name of a stack is often computed; what is in it can be the only one of its id all the same.
        if (depth < stackDepth) continue;
        break;
      }
      found = next;
      if (bases.has(next.callee)) owner = next.callee;
      else if (containers.has(next.callee)) owner = next.within;
      // What a construct of the library makes inside has no place in these programs.
      else break;
    }
    return found && { uri: found.uri, offset: found.offset };
  };
}

/**
 * `new ec2.Vpc(this, "Vpc"`, `ec2.Vpc(self, "Vpc"`, `ec2.Vpc(scope=self, id="Vpc"`. Begins at no letter inside a word, or
 * the long words of minified programs would be read again from each of their letters.
 */
const identified =
  /(?<![\w$.])(?:new\s+)?([\w$.]{1,200})\s*(?:<[^<>()]*>)?\s*\(\s*(?:scope\s*=\s*)?[\w$.]+\s*,\s*(?:id\s*=\s*|construct_id\s*=\s*)?(["'`])((?:(?!\2)[^\\\n$])+)\2/g;

function callsIn({ uri, text }: ProgramText, classes: readonly ClassText[]): readonly IdentifiedCall[] {
  const isPython = uri.endsWith(".py");
  return [...text.matchAll(identified)].flatMap((match) => {
    const [whole, called = "", , id = ""] = match;
    const callee = called.slice(called.lastIndexOf(".") + 1);
    const isMade = isPython ? /^[A-Z]/.test(callee) : whole.startsWith("new");
    if (!isMade) return [];
    return [
      { uri, offset: match.index, id, callee, within: classes.findLast(({ start }) => start < match.index)?.name },
    ];
  });
}

const declared =
  /\bclass\s+([A-Za-z_$][\w$]*)(?:<[^>{]*>)?(?:\s+extends\s+(?:[\w$]+\.)*([\w$]+)|\s*\(\s*(?:\w+\.)*(\w+))?/g;

function classesIn(text: string): readonly ClassText[] {
  return [...text.matchAll(declared)].map(({ 1: name = "", 2: extended, 3: inherited, index }) => ({
    name,
    base: extended ?? inherited,
    start: index,
  }));
}
