-- What the committee has done of a rated year: a row an act, and what it said in the tables below. Nothing is ever changed: a later act stands over
-- an earlier one.

create table committee_act (
    id bigint generated always as identity primary key,
    year integer not null references cycle,
    kind text not null check (kind in ('decide', 'withdraw', 'verification', 'approve', 'reopen')),
    who text not null,
    -- of the console; empty where it was done on the command line
    account text not null default '',
    at timestamptz not null,
    -- as it was named; empty where there was none
    file text not null,
    file_sha256 text not null
);
create index on committee_act (year, id);

create table decision (
    act bigint not null references committee_act,
    -- the record in the file
    ordinal integer not null,
    year integer not null,
    company text collate "C" not null,
    -- null where a class is decided
    criterion integer,
    -- the number of the Table's column
    col integer,
    -- in units of the scale
    score integer,
    -- null where a cell is decided; empty: the class is the scale's again
    score_class text,
    evidence text not null,
    reason text not null,
    protocol text not null,
    decided_on date not null,
    primary key (act, ordinal),
    check ((criterion is null) = (col is null) and (criterion is null) = (score is null)
           and (criterion is null) = (score_class is not null))
);
create index on decision (year, company);

create table withdrawal (
    act bigint primary key references committee_act,
    year integer not null,
    company text collate "C" not null,
    -- false: taken back
    withdrawn boolean not null,
    reason text not null
);

create table verification (
    act bigint not null references committee_act,
    -- the record in the file
    ordinal integer not null,
    year integer not null,
    company text collate "C" not null,
    criterion integer,
    col text collate "C" not null,
    request text not null,
    answer text not null,
    outcome text not null check (outcome in ('confirmed', 'changed', 'open')),
    verifier text not null,
    verified_on date,
    primary key (act, ordinal)
);
create index on verification (year, company);

create table approval (
    year integer not null references cycle,
    -- 1… in its cycle
    edition integer not null,
    act bigint not null references committee_act,
    revision integer not null,
    protocol text not null,
    approved_on date not null,
    -- how many entries of the year's audit log are sealed with it
    log_entries bigint not null,
    -- of the set that was sealed with it, or was restored last
    manifest_sha256 text not null,
    -- null as long as it stands
    reopen_act bigint references committee_act,
    reopen_reason text,
    primary key (year, edition)
);
