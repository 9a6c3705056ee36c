-- What later years are compared with.

-- Rankings from before this home, brought in to be compared with.
create table past_ranking (
    year integer not null,
    company text collate "C" not null,
    rank integer not null,
    -- null where it is not known
    indicator numeric,
    primary key (year, company)
);

-- The sums of all ranked companies' scores that count, in units, criterion by criterion, column by column.
create table rated_sums (
    year integer not null,
    revision integer not null,
    companies integer not null,
    cells bigint[] not null,
    primary key (year, revision),
    foreign key (year, revision) references revision
);
