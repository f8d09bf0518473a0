/** Packed: how JSON is kept small in a cell; rows of plain text, written before, are read as well. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { raise } from '../fault/fault.ts'

/** First byte of a packed cell: raw deflate with the starter below. Another starter needs another number. */
const form = 1

/**
 * Keys and values that most records have, so that even a short one packs well; what is commonest stands last. It is
 * part of the file format: cells of form 1 can be read with exactly this text alone.
 */
const starter = Buffer.from(
  '"sentences":[[0,"entities":[{"id":"e1","type":"PERSON","name":"type":"ORG","type":"LOC","type":"NORP","country":null,"mentions":[[' +
    '"references":[{"from":,"entity":"e"attributions":[{"id":"a","parent":null,"kind":"indirect","kind":"direct","kind":"mixed","stance":' +
    '"source":[["cue":[["content":[["speaker":"e"speaker":null,"anonymous":null}' +
    '"words":"count":null,"institution":null,"country":null,"access":null,"reason":null}' +
    '{"hearsay":1,"document":{"id":"r","title":null,"url":null,"outlet":"published":"2024-"publishedFrom":"given","language":"en","text":""}' +
    '"voice":"report"},{"source":null,"entity":null,"attribution":"a1","cue":"said","stance":"denies","stance":"expects","certainty":null,"sourceId":"s' +
    '"mode":"estimate","mode":"forecast","mode":"conditional","mode":"opinion","mode":"intention","mode":"question","polarity":"negated",' +
    '"class":"probability","class":"possibility","scheme":"icd-203"' +
    '"geonames":"lat":"lon":"country":"USA","feature":"PCLI","role":"event"}"role":"metonym"}"feature":"PPLC"' +
    '"low":"best":"high":"bound":"exact","bound":"about","unit":null,"noun":"role":null}' +
    '"edtf":"2024-"timex":"2024-"kind":"date"}"kind":"duration"}' +
    '{"id":"v1","from":,"to":,"type":"OTHER","lemma":"mode":null,"contexts":[],"actors":[],"recipients":[],"time":null,"place":null}' +
    '{"kind":"claim","id":"c","report":"r","from":,"to":,"quote":"chain":[{"voice":"report"}],"mode":"fact","polarity":"affirmed",' +
    '"certainty":{"words":[],"class":null,"low":null,"high":null,"scheme":null},"events":["v"],"times":[],"places":[],"quantities":[],' +
    '"statedOn":"2024-10-23","why":{"span":"claim/CA1@1","chain":"attribution/AT6@1","mode":"claim/CA21@1",' +
    '"polarity":"claim/CA22@1","certainty":"claim/CA23@1","statedOn":"claim/CA30@1"},"gist":"","sameAs":null}',
)

/** A value as a packed cell. */
export function pack(value: unknown): Buffer {
  const plain = Buffer.from(JSON.stringify(value))
  return Buffer.concat([Buffer.of(form), deflateRawSync(plain, { dictionary: starter, level: 6 })])
}

/** The value of a cell, packed or plain. */
export function unpack<T>(cell: string | Buffer): T {
  if (typeof cell === 'string') return JSON.parse(cell) as T
  try {
    if (cell[0] === form)
      return JSON.parse(inflateRawSync(cell.subarray(1), { dictionary: starter }).toString()) as T
  } catch (cause) {
    raise('ledger/io', { path: 'the ledger', reason: 'a stored reading is damaged' }, cause)
  }
  return raise('ledger/io', { path: 'the ledger', reason: `a cell has the form ${cell[0]}` })
}
