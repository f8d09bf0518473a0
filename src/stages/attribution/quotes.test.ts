/** Tests of who speaks in quotations, in turns and by what answers are said to be: each text with who says what, in which words. */
import { describe, expect, test } from 'vitest'
import { readData } from '../../../test/data-files.ts'
import { Document } from '../../document/document.ts'
import { englishStages } from '../../english.ts'
import { type Attribution, attributions } from '../../layers/attributions.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import type { Span } from '../../text/span.ts'

const upTo = englishStages.findIndex((s) => s.name === 'attribution') + 1
const pipeline = Pipeline.of(englishStages.slice(0, upTo), readData)

/** `name [cue] stance: content` for each report; ranges are parted by "|", paragraphs by "/". Deeds are left out. */
function toldIn(paragraphs: readonly string[]): string[] {
  const text = paragraphs.join('\n\n')
  const words = (list: readonly Span[]): string =>
    list
      .map((s) => text.slice(s.from, s.to))
      .join(' | ')
      .replace(/\n+/g, ' / ')
  const told = (a: Attribution): string =>
    `${a.sourceName ?? 'nobody'} [${words(a.cue)}] ${a.stance}: ${words(a.content)}`
  return pipeline
    .run(Document.of(text))
    .layer(attributions)
    .items.filter((a) => a.rule !== 'AT24')
    .map(told)
}

const texts: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'As a memo put it [AT46]',
    ['Steel is a "lawful source of income", as a city memo put it.'],
    ['a city memo [put it] asserts: Steel is a "lawful source of income"'],
  ],
  [
    'As the mayor put it, at the head of the sentence [AT46]',
    ['As the mayor put it, the bridge was a monument to folly.'],
    ['the mayor [put it] asserts: the bridge was a monument to folly'],
  ],
  [
    'As one engineer puts it, between the words [AT46]',
    ['The harbour, as one engineer puts it, is sinking.'],
    ['one engineer [puts it] asserts: The harbour | is sinking'],
  ],
  [
    'As somebody put it, with the time behind it [AT46]',
    ['The plan was dead, as Anna Berg put it on Monday.'],
    ['Anna Berg [put it] asserts: The plan was dead'],
  ],
  ['Put as a deed is no report [AT46]', ['The crew put it on the deck as the sun rose.'], []],
  [
    'Her reply was a quotation [AT47]',
    ['Anna Berg was asked twice. Her reply was blunt: "No, never again."'],
    ['Anna Berg [reply was] asserts: "No, never again."'],
  ],
  [
    'The answer of a body [AT47]',
    ['The ministry\'s answer was: "We will not go there again."'],
    ['The ministry [answer was] asserts: "We will not go there again."'],
  ],
  [
    'A response that is quoted without a colon [AT47]',
    ['Berg\'s response to the report was "nonsense from start to end".'],
    ['Berg [response to the report was] asserts: "nonsense from start to end"'],
  ],
  [
    'What others think of a statement is no part of it [AT47]',
    ['Berg\'s statement was "false" in every word.'],
    [],
  ],
  [
    'An interrupted quotation keeps its first words [AT1]',
    ['"The bridge," Berg said, "was never safe."'],
    ['Berg [said] asserts: "The bridge," | "was never safe."'],
  ],
  [
    'Two ask and answer in turn [AT10]',
    [
      '"Do you regret it?" a reporter asked.',
      '"Not for a minute," Anna Berg replied.',
      '"Would you do it again?"',
      '"Yes."',
    ],
    [
      'a reporter [asked] asks: "Do you regret it?"',
      'a reporter [] asks: "Would you do it again?"',
      'Anna Berg [replied] asserts: "Not for a minute,"',
      'Anna Berg [] asserts: "Yes."',
    ],
  ],
  [
    'Who answers goes on [AT10]',
    [
      '"Do you regret it?" a reporter asked.',
      '"Not for a minute," Anna Berg replied.',
      '"It was the best thing we ever did here."',
    ],
    [
      'a reporter [asked] asks: "Do you regret it?"',
      'Anna Berg [replied] asserts: "Not for a minute," | "It was the best thing we ever did here."',
    ],
  ],
  [
    "A quotation of one word in a paragraph with more is nobody's [AT10]",
    ['"We go," Anna Berg said.', '"Sorry" signs hung on every door.'],
    ['Anna Berg [said] asserts: "We go,"'],
  ],
  [
    'A quotation over three paragraphs [AT10]',
    [
      '"We will rebuild," Anna Berg said in a statement.',
      '"Our engineers are at work. The water will be back tomorrow.',
      '"I thank all who helped."',
    ],
    [
      'Anna Berg [said in a statement] asserts: "We will rebuild," | "Our engineers are at work. The water will be back tomorrow. | "I thank all who helped."',
    ],
  ],
  [
    'The name that a source gave [AT17]',
    ['"I lost it all," said one woman, who gave only her first name, Sumi.'],
    ['Sumi [said] asserts: "I lost it all,"'],
  ],
  [
    'Who found it stands behind [AT3]',
    ['Teenagers who try it are no more likely to smoke, researchers have found.'],
    ['researchers [have found] asserts: Teenagers who try it are no more likely to smoke'],
  ],
  [
    'A turn goes on over paragraphs without a label [AT12]',
    [
      'HOST: Why did the bridge fall?',
      'BERG: The steel was thin.',
      'Everybody in the office knew it.',
      'HOST: Who told you?',
      'BERG: My brother did.',
    ],
    [
      'HOST [:] asks: Why did the bridge fall',
      'BERG [:] asserts: The steel was thin. / Everybody in the office knew it',
      'Everybody in the office [knew] asserts: it',
      'HOST [:] asks: Who told you',
      'BERG [:] asserts: My brother did',
    ],
  ],
  [
    'A turn stops at what is not spoken [AT12]',
    [
      'HOST: Why did the bridge fall?',
      'BERG: The steel was thin.',
      '(Applause.)',
      'The steel was also old.',
      'HOST: Who told you?',
      'BERG: My brother did.',
    ],
    [
      'HOST [:] asks: Why did the bridge fall',
      'BERG [:] asserts: The steel was thin',
      'HOST [:] asks: Who told you',
      'BERG [:] asserts: My brother did',
    ],
  ],
  [
    'The label is whom it names in brackets [AT12]',
    [
      'CHAIR (Ms Amina Okoye): Who signed the list?',
      'OTIENO: I did.',
      'CHAIR: Who asked for it?',
      'OTIENO: Nobody did.',
    ],
    [
      'Amina Okoye [:] asks: Who signed the list',
      'OTIENO [:] asserts: I did',
      'Amina Okoye [:] asks: Who asked for it',
      'CHAIR [asked for] asks: it',
      'OTIENO [:] asserts: Nobody did',
    ],
  ],
  [
    'The label is the person with that family name [AT12]',
    [
      'Mike Pence met the host on Sunday.',
      'HOST: Will you go?',
      'PENCE: I will be there.',
      'HOST: When?',
      'PENCE: The train leaves at dawn.',
    ],
    [
      'HOST [:] asks: Will you go',
      'Mike Pence [:] asserts: I will be there',
      'HOST [:] asks: When',
      'Mike Pence [:] asserts: The train leaves at dawn',
    ],
  ],
  [
    'A turn in quotation marks [AT12]',
    [
      'The transcript follows.',
      '"HOST: Will you go?',
      '"BERG: I will be there. The train leaves at dawn.',
      '"HOST: When?',
      '"BERG: At six."',
    ],
    [
      'HOST [:] asks: Will you go',
      'BERG [:] asserts: I will be there. The train leaves at dawn',
      'HOST [:] asks: When',
      'BERG [:] asserts: At six."',
    ],
  ],
  [
    'A name in a turn that is no family name of anybody stays as it is [AT12]',
    [
      'HOST: Will you go?',
      'LEE: The train leaves at dawn.',
      'HOST: When?',
      'LEE: The train leaves at six.',
    ],
    [
      'HOST [:] asks: Will you go',
      'LEE [:] asserts: The train leaves at dawn',
      'HOST [:] asks: When',
      'LEE [:] asserts: The train leaves at six',
    ],
  ],
  [
    'Two persons with one family name leave the label as it is [AT12]',
    [
      'Anna Berg and Tom Berg met the host on Sunday.',
      'HOST: Will you go?',
      'BERG: The train leaves at dawn.',
      'HOST: When?',
      'BERG: The train leaves at six.',
    ],
    [
      'HOST [:] asks: Will you go',
      'BERG [:] asserts: The train leaves at dawn',
      'HOST [:] asks: When',
      'BERG [:] asserts: The train leaves at six',
    ],
  ],
  [
    'A quotation behind a deed belongs to who spoke [AT10]',
    ['"They are afraid," Anna Berg said. "It was a long winter for all of them."'],
    ['Anna Berg [said] asserts: "They are afraid," | "It was a long winter for all of them."'],
  ],
  [
    "The other speaker's quotation is not the first one's [AT10]",
    [
      '"We go," Anna Berg said.',
      '"We stay," Tom Lee said.',
      '"The town is ours and it will be ours."',
    ],
    [
      'Anna Berg [said] asserts: "We go,"',
      'Tom Lee [said] asserts: "We stay," | "The town is ours and it will be ours."',
    ],
  ],
  [
    'A report between two quotations ends the first [AT10]',
    [
      '"We go," Anna Berg said.',
      'The town lies on a hill above the river.',
      '"Nobody will ever live here again."',
    ],
    ['Anna Berg [said] asserts: "We go,"'],
  ],
]

describe('who says what', () => {
  test.each(texts)('%s', (_, paragraphs, told) => {
    expect(toldIn(paragraphs)).toEqual(told)
  })
})
