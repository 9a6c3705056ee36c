-- What was handed in and what it is worth. A row is a version: it says in which revision it was assessed, and which revision put another
-- in its place (null: it is the current one).

create table planned_company (
    year integer not null,
    revision integer not null,
    company text collate "C" not null,
    fingerprint bytea not null,
    -- null: assessed before and unchanged
    chunk integer,
    primary key (year, revision, company),
    foreign key (year, revision) references revision
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
    -- every list's source documents as written, packed
    documents bytea not null,
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
    file text not null,
    first_line integer not null,
    -- a byte a cell, criterion by criterion, column by column; 255: no sound score
    scores bytea not null,
    -- the record each criterion stands in, by criterion; 0: missing
    records integer[] not null,
    -- evidence, notes and directions as written, packed
    evidence bytea not null,
    primary key (year, company, revision, ordinal)
);

create table problem (
    year integer not null,
    company text collate "C" not null,
    revision integer not null,
    file text collate "C" not null,
    line integer not null,
    criterion integer,
    col text collate "C" not null,
    severity text not null,
    code text collate "C" not null,
    variant text collate "C" not null,
    value text collate "C" not null,
    details text collate "C" not null
);
create index on problem (year, company, revision);

-- The scores that count, in units of the scale; of accepted submissions only.
create table result (
    year integer not null,
    company text collate "C" not null,
    revision integer not null,
    column_sums integer[] not null,
    section_sums integer[] not null,
    total integer not null,
    primary key (year, company, revision)
);
