/** Bad JSON lines: what is no JSON, no object, has no text, or types that lie. */
import { type BadInput, dice, utf8 } from './bad-input.ts'

const good = '{"id":"good","text":"Two ships have left the port."}'

/** A line, and whether it must be refused. */
const lines: Readonly<Record<string, readonly [string, boolean]>> = {
  'not-json': ['two ships have left', true],
  cut: ['{"id":"a","text":"Two', true],
  array: ['["a","b"]', true],
  number: ['7', true],
  null: ['null', true],
  string: ['"text"', true],
  'no-id': ['{"text":"Two ships."}', true],
  'no-text': ['{"id":"a"}', true],
  'id-object': ['{"id":{},"text":"Two ships."}', true],
  'id-float': ['{"id":1.5,"text":"Two ships."}', true],
  'id-empty': ['{"id":"","text":"Two ships."}', false],
  'id-long': [`{"id":"${'a'.repeat(501)}","text":"Two ships."}`, false],
  'id-number': ['{"id":7,"text":"Two ships."}', true],
  'id-proto': ['{"id":"__proto__","text":"Two ships."}', false],
  'text-number': ['{"id":"a","text":7}', true],
  'text-null': ['{"id":"a","text":null}', true],
  'text-array': ['{"id":"a","text":["x"]}', true],
  'text-blank': ['{"id":"a","text":" \\n"}', true],
  'title-number': ['{"id":"a","text":"Two ships.","title":7}', true],
  'title-null': ['{"id":"a","text":"Two ships.","title":null}', false],
  'published-words': ['{"id":"a","text":"Two ships.","published":"last week"}', true],
  'published-30-feb': ['{"id":"a","text":"Two ships.","published":"2024-02-30"}', true],
  'published-number': ['{"id":"a","text":"Two ships.","published":2024}', true],
  'published-month': ['{"id":"a","text":"Two ships.","published":"2024-10~"}', false],
  'language-words': ['{"id":"a","text":"Two ships.","language":"in English, please"}', false],
  'language-region': ['{"id":"a","text":"Two ships.","language":"en-GB"}', false],
  'extra-keys': ['{"id":"a","text":"Two ships.","__proto__":{"x":1},"more":[1]}', false],
  'lone-surrogate': ['{"id":"a","text":"Two \\ud800 ships."}', false],
  nul: ['{"id":"a","text":"Two \\u0000 ships."}', false],
  'raw-control': ['{"id":"a","text":"Two \u0001 ships."}', true],
  deep: [
    `{"id":"a","text":"Two ships.","more":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    false,
  ],
  comma: ['{"id":"a","text":"Two ships.",}', true],
  two: ['{"id":"a","text":"x"}{"id":"b","text":"y"}', true],
  mark: ['\ufeff{"id":"a","text":"Two ships."}', false],
  duplicate: ['{"id":"a","text":"Two ships.","text":"Three ships."}', false],
}

/** Texts that no report is as long as; each must give a result or a part that says so, in time and in memory. */
const huge: Readonly<Record<string, () => string>> = {
  'article-200k-words': () =>
    'The harbour master said on Friday that two ships had left the port of Lindhaven. '.repeat(
      14_286,
    ),
  'sentence-50k-words': () =>
    `The harbour master said that ${'two ships and the crew and '.repeat(8334)} left.`,
  'emoji-10mb': () => '😀'.repeat(2_500_000),
  'arabic-10mb': () => 'ميناء ليندهافن سيفتح يوم الاثنين '.repeat(180_000),
  'chinese-10mb': () => '林德港将于周一重新开放，港务局长说。'.repeat(190_000),
  'noise-10mb': () => {
    const roll = dice(5)
    return String.fromCharCode(...Array.from({ length: 1000 }, () => roll(0xffff))).repeat(5000)
  },
  'word-10mb': () => 'x'.repeat(10_000_000),
  'lines-10mb': () => 'x\n'.repeat(5_000_000),
  'quotes-10mb': () => '“a '.repeat(2_000_000),
  'said-10mb': () => 'he said she said '.repeat(600_000),
}

/** Each bad line stands between two good ones; the command line must read both. */
export const lineInputs: readonly BadInput[] = [
  ...Object.entries(lines).map(
    ([name, [line, refuse]]): BadInput => ({
      family: 'lines',
      name,
      file: `${name}.jsonl`,
      bytes: () => utf8(`${good}\n${line}\n${good}\n`),
      expect: (o) => ((o.fault !== null) === refuse ? null : `${o.fault ?? 'a record'}`),
    }),
  ),
  ...Object.entries(huge).map(
    ([name, text]): BadInput => ({
      family: 'lines',
      name,
      file: `${name}.jsonl`,
      slow: true,
      bytes: () =>
        utf8(`${good}\n${JSON.stringify({ id: 'a', text: text(), language: 'en' })}\n${good}\n`),
      expect: (o) => (o.fault === null ? null : o.fault),
    }),
  ),
  {
    family: 'lines',
    name: 'not-utf8',
    file: 'not-utf8.jsonl',
    bytes: () =>
      Buffer.concat([
        utf8(`${good}\n{"id":"a","text":"Two `),
        Buffer.from([0xff, 0xfe]),
        utf8(` ships."}\n${good}\n`),
      ]),
    expect: (o) => (o.fault === 'intake/bad-line' ? null : `${o.fault}`),
  },
]
