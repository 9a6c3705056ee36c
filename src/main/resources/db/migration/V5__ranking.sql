-- Who stands where in a revision.

create table ranked_company (
    year integer not null,
    revision integer not null,
    company text collate "C" not null,
    rank integer not null,
    primary key (year, revision, company),
    foreign key (year, revision) references revision
);
