-- What was handed in and what it is worth. A row is a version: it says in which revision it was assessed, and which revision put another
-- in its place (null: it is the current one). Where a record stands is stored as the part of the company's own records that it belongs to
-- (its lines of the register, then its Tables, then its documents, each by file and place) and its number in that part, both from 0: that
-- stays true when the files around it change. A revision's plan says where each part stands in it.

-- A row for each company and revision: no foreign key, which would look the revision up a hundred thousand times.
create table planned_company (
    year integer not null,
    revision integer not null,
    company text collate "C" not null,
    -- of all that a check reads, wherever it stands
    fingerprint bytea not null,
    -- false: assessed before and unchanged
    due boolean not null,
    -- for each part the number of its file in the inventory and its first record
    places integer[] not null,
    -- of a company that is due, what its files hold of it, packed
    records bytea,
    -- the rejected files that mention it, by number in the inventory; null: none, or it makes no difference
    mentions integer[],
    primary key (year, revision, company)
);

create table submission (
    year integer not null,
    company text collate "C" not null,
    revision integer not null,
    superseded_by integer,
    fingerprint bytea not null,
    status text not null,
    errors integer not null,
    warnings integer not null,
    -- the scores that count, in units of the scale; null unless it is accepted
    column_sums integer[],
    section_sums integer[],
    total integer,
    primary key (year, company, revision)
);

create table assessment (
    year integer not null,
    company text collate "C" not null,
    revision integer not null,
    ordinal integer not null,
    assessor text not null,
    expert text not null,
    counts boolean not null,
    faulty boolean not null,
    -- of its first line
    part integer not null,
    record integer not null,
    -- a byte a cell, criterion by criterion, column by column; 255: no sound score
    scores bytea not null,
    -- where each criterion stands, packed; null: all stand in order from the first line on
    records bytea,
    primary key (year, company, revision, ordinal)
);

-- What nobody reads but whoever asks for one company, apart from what is read of all.
create table evidence (
    year integer not null,
    company text collate "C" not null,
    revision integer not null,
    -- its Tables and lists of documents, byte by byte as they were handed in, packed
    records bytea not null,
    primary key (year, company, revision)
);
-- It is compressed already, and a row of its own for each half of it costs more than the room that it saves.
alter table evidence alter column records set storage external;
alter table evidence set (toast_tuple_target = 8160);

create table problem (
    year integer not null,
    company text collate "C" not null,
    revision integer not null,
    part integer not null,
    record integer not null,
    criterion integer,
    col text collate "C" not null,
    severity text not null,
    code text collate "C" not null,
    variant text collate "C" not null,
    value text collate "C" not null,
    details text collate "C" not null,
    -- the other place that its sentence names, if it names one
    other_part integer,
    other_record integer
);
create index on problem (year, company, revision);
