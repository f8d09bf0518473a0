/** Schema: the tables of a ledger, version by version; a published version is never edited, only followed. */

/** One step forward. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

const first = `
create table reports (
  seq integer primary key autoincrement,
  id text not null unique,
  given text,
  text not null,
  text_sha256 text not null,
  bytes blob not null,
  bytes_sha256 text not null,
  title, byline, outlet, url,
  outlet_key text,
  published text,
  published_first text not null,
  published_last text not null,
  published_from text,
  date_candidates text not null,
  date_reason text,
  language text,
  media_type text not null,
  charset text,
  partial text,
  captured text not null,
  words integer not null,
  claims integer not null default 0
);
create index reports_by_date on reports (published_first, id);
create index reports_by_url on reports (url, published_first, seq) where url is not null;
create index reports_by_given on reports (given) where given is not null;

create table given_ids (
  given not null,
  report text not null references reports (id),
  primary key (given, report)
) without rowid;
create index given_by_report on given_ids (report);

create table analyses (
  seq integer primary key autoincrement,
  report text not null references reports (id),
  engine text not null,
  at text not null,
  claims integer not null,
  json text not null,
  unique (report, engine)
);

create table sources (
  id text primary key,
  name not null,
  name_key text not null,
  type text not null,
  anonymous text
) without rowid;
create index sources_by_name on sources (name_key);

create table claims (
  seq integer primary key autoincrement,
  id text not null unique,
  report text not null references reports (id),
  analysis integer not null references analyses (seq),
  ordinal integer not null,
  published_first text not null,
  published_last text not null,
  outlet_key text,
  voice text not null,
  source text references sources (id),
  mode text not null,
  stance text not null,
  polarity text not null,
  certainty text,
  json text not null
);
create index claims_by_report on claims (report, ordinal);
create index claims_by_date on claims (published_first, report, ordinal);
create index claims_by_source on claims (source);

create table claim_sources (
  claim integer not null references claims (seq) on delete cascade,
  hop integer not null,
  source text not null references sources (id),
  stance text not null,
  primary key (claim, hop)
) without rowid;
create index claim_sources_by_source on claim_sources (source, claim);

create table claim_places (
  claim integer not null references claims (seq) on delete cascade,
  name_key text not null,
  geonames integer,
  primary key (claim, name_key)
) without rowid;
create index claim_places_by_name on claim_places (name_key, claim);

create table claim_events (
  claim integer not null references claims (seq) on delete cascade,
  type text not null,
  primary key (claim, type)
) without rowid;
create index claim_events_by_type on claim_events (type, claim);

create table anchors (
  report text not null references reports (id),
  owner text not null,
  role text not null,
  ordinal integer not null,
  start integer not null,
  stop integer not null,
  quote not null,
  prefix not null,
  suffix not null,
  text_sha256 text not null,
  primary key (report, owner, role, ordinal)
) without rowid;

create table reviews (
  seq integer primary key autoincrement,
  id text not null unique,
  by not null,
  at text not null,
  act text not null,
  subject text not null,
  value,
  note
);
create index reviews_by_subject on reviews (subject, seq);
create trigger reviews_are_not_changed before update on reviews
  begin select raise(abort, 'a review is never changed'); end;
create trigger reviews_are_not_deleted before delete on reviews
  begin select raise(abort, 'a review is never deleted'); end;

create virtual table report_words using fts5 (
  title, body, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
create virtual table claim_words using fts5 (
  quote, source, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
`

/** The days of what a claim is about and of when it was stated; claims read before have none until they are read again. */
const claimTimes = `
create table claim_times (
  claim integer not null references claims (seq) on delete cascade,
  clock text not null,
  first text not null,
  last text not null,
  primary key (claim, clock, first, last)
) without rowid;
create index claim_times_by_day on claim_times (clock, first, last, claim);
`

/** Places by id: for the places of a whole country or region. */
const placesById = `
create index claim_places_by_id on claim_places (geonames, name_key, claim);
`

/** All steps, oldest first. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'first', sql: first },
  { version: 2, name: 'claim times', sql: claimTimes },
  { version: 3, name: 'places by id', sql: placesById },
]

/** Marks a SQLite file as a Hearsay ledger: "Hsay" in ASCII. */
export const applicationId = 0x48736179
