/** How much room a text takes, without a browser: an estimate on the wide side of the fonts that editors use. */

export interface TextStyle {
  /** Of the font, in pixels. */
  readonly size: number;
  /** From one baseline to the next, in pixels. */
  readonly line: number;
  readonly bold: boolean;
}

export const textStyles = {
  area: { size: 11, line: 15, bold: true },
  name: { size: 12, line: 16, bold: false },
  note: { size: 11, line: 14, bold: false },
  label: { size: 11, line: 14, bold: false },
  key: { size: 11, line: 14, bold: false },
} as const satisfies Readonly<Record<string, TextStyle>>;

/** Width in pixels of the longest line of `text`. */
export function textWidth(text: string, { size, bold }: TextStyle): number {
  const widths = text.split("\n").map((line) => [...line].reduce((sum, char) => sum + emOf(char, bold), 0));
  return Math.ceil(Math.max(...widths) * size);
}

/** Height in pixels of all lines of `text`. */
export function textHeight(text: string, { line }: TextStyle): number {
  return text.split("\n").length * line;
}

/** Width of a character in em. East Asian wide and fullwidth characters take a whole one, bold or not. */
function emOf(char: string, bold: boolean): number {
  if (isWide(char.codePointAt(0) ?? 0)) return 1;
  return narrowEmOf(char) * (bold ? 1.06 : 1);
}

function narrowEmOf(char: string): number {
  if (/[iIjl.,:;'|!()[\]/ ·]/.test(char)) return 0.36;
  if (/[ftr"-]/.test(char)) return 0.42;
  if (/[mwMW@%→←↔]/.test(char)) return 0.92;
  return /[A-Z&]/.test(char) ? 0.68 : 0.6;
}

/** Unicode's East Asian Width, as far as figures write: Kana, Han, Hangul, fullwidth forms and CJK punctuation. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2460 && code <= 0x2473) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}
