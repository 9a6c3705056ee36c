-- Who stands where in a revision. Written whole and read whole: keys, and the check of each row's revision, would cost more than the rows.

create table ranked_company (
    year integer not null,
    revision integer not null,
    company text collate "C" not null,
    rank integer not null,
    -- in units of the scale: what later years are compared with
    total integer not null
);

-- How many companies came how far in a revision that was published: what is told of it when its rows are gone.
create table ranked_revision (
    year integer not null,
    revision integer not null,
    registered integer not null,
    handed_in integer not null,
    accepted integer not null,
    rejected integer not null,
    warned integer not null,
    ranked integer not null,
    withdrawn integer not null,
    primary key (year, revision),
    foreign key (year, revision) references revision
);
