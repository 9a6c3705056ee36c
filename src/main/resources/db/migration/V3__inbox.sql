-- What the files of the inbox hold. A scan is of a file's bytes, read by a methodology and rules, and serves every revision that finds the same
-- bytes; the inventory says under which names a revision found them. What is filled with a row for each company has no index but those that single
-- companies are looked up by: all else reads it whole.

-- each number stands for as many scans
create sequence file_scan_id increment by 64;

create table file_scan (
    id bigint primary key,
    sha256 text not null,
    methodology_sha256 text not null,
    rules_version integer not null,
    size bigint not null,
    encoding text not null,
    delimiter text not null,
    form text,
    columns text,
    records integer not null,
    rejected boolean not null
);

create table inventory (
    year integer not null,
    revision integer not null,
    -- its place among the revision's files by name (code points), from 0
    number integer not null,
    file text collate "C" not null,
    size bigint not null,
    register boolean not null,
    -- of the step discover; null where the scan was there already
    chunk integer,
    -- null until the file has been read
    scan_id bigint references file_scan,
    primary key (year, revision, number),
    foreign key (year, revision) references revision
);
create index on inventory (scan_id);

create table file_range (
    scan_id bigint not null,
    ordinal integer not null,
    company text collate "C" not null,
    file_offset bigint not null,
    length integer not null,
    first_record integer not null,
    records integer not null,
    sha256 bytea not null
);

create table register_entry (
    scan_id bigint not null,
    line integer not null,
    company text collate "C" not null,
    name text not null,
    industry text not null,
    region text not null,
    participation text
);
create index on register_entry (company);

-- Problems of a file, of lines of no company (entry = false) and of lines of the register (entry = true).
create table scan_problem (
    scan_id bigint not null,
    entry boolean not null,
    line integer not null,
    company text collate "C" not null,
    criterion integer,
    col text collate "C" not null,
    severity text not null,
    code text collate "C" not null,
    variant text collate "C" not null,
    value text collate "C" not null,
    details text collate "C" not null
);

-- The companies that the bytes of a rejected file speak of, as far as it can be told; its name may speak of others.
create table mention (
    scan_id bigint not null,
    company text collate "C" not null
);
