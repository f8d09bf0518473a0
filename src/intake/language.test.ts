/** Tests languages and month names: declared tags, clear and unclear texts, names that two languages share. */
import { describe, expect, test } from 'vitest'
import { languageOf, primaryTag } from './language.ts'
import { monthOf } from './month-names.ts'

describe('primaryTag', () => {
  test.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['en_GB', 'en'],
    ['EN', 'en'],
    [' uk ', 'uk'],
    ['zh-Hans-CN', 'zh'],
    ['fil', 'fil'],
    ['english', null],
    ['e', null],
    ['12', null],
    ['', null],
    [null, null],
  ])('%s: %s', (tag, primary) => {
    expect(primaryTag(tag)).toBe(primary)
  })
})

const english =
  'The harbour master closed the port on Monday after a night of heavy wind that tore two ferries from their ropes.'
const german =
  'Der Hafenmeister hat den Hafen am Montag nach einer Nacht mit starkem Wind geschlossen, der zwei Fähren losgerissen hatte.'
const ukrainian =
  'Капітан порту закрив порт у понеділок після ночі сильного вітру, який зірвав два пороми з канатів.'

const dutch =
  'De havenmeester sloot de haven op maandag na een nacht met harde wind, en twee veerboten waren toen al van hun touwen los geraakt, zei een woordvoerder van de stad in het kantoor aan de kade.'
const longEnglish = `${english} The owners said that they had been warned on Sunday, and the town council, which runs the quay, has asked for a report on the cost.`
const germanWithQuote = `${german} Der Bürgermeister sagte auf Englisch: "This is the worst night that we have had." ${german} ${german}`

describe('languageOf', () => {
  test.each([
    ['plain English prose, whatever the page declares', longEnglish, 'de', 'en'],
    ['plain English prose, capitals and all', longEnglish.toUpperCase(), null, 'en'],
    ['a neighbour of English', dutch, null, 'nl'],
    ['an English quotation in a German text', germanWithQuote, null, 'de'],
  ])('%s: %s', async (_title, text, declared, language) => {
    expect(await languageOf(text, declared)).toBe(language)
  })

  test.each([
    ['the words tell', english, null, 'en'],
    ['the words tell', german, null, 'de'],
    ['the words tell', ukrainian, null, 'uk'],
    ['words and page agree', english, 'en-GB', 'en'],
    ['the words clearly say otherwise', german, 'en', 'de'],
    ['the words clearly say otherwise', ukrainian, 'en', 'uk'],
    ['too short to tell', 'Ferry.', 'fr', 'fr'],
    ['too short to tell', 'Ferry.', null, null],
    ['nothing', '', null, null],
    ['a tag that is none', english, 'english', 'en'],
  ])('%s (%#)', async (_, text, declared, language) => {
    expect(await languageOf(text, declared)).toBe(language)
  })

  test('a long text is told by its start and its middle', async () => {
    expect(await languageOf(`${english} `.repeat(200), 'de')).toBe('en')
  })
})

describe('monthOf', () => {
  test.each([
    ['October', 'en', 10],
    ['OCTOBER', 'en', 10],
    ['oct', 'en', 10],
    ['März', 'de', 3],
    ['août', 'fr', 8],
    ['aou\u0302t', 'fr', 8],
    ['жовтня', 'uk', 10],
    ['octubre', null, 10],
    ['listopad', 'pl', 11],
    ['listopad', 'hr', 10],
    ['harbour', 'en', null],
    ['', null, null],
  ])('%s in %s: %s', (form, language, month) => {
    expect(monthOf(form, language)).toBe(month)
  })
})
