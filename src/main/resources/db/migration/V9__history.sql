-- What later years are compared with.

-- Rankings from before this home, brought in to be compared with.
create table past_ranking (
    year integer not null,
    company text collate "C" not null,
    rank integer not null,
    -- in percent, a point and two decimals; empty where it is not known
    indicator text not null,
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
