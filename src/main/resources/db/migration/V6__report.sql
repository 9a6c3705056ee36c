-- The papers that were printed.

-- The newest printing of each paper. It may be ahead of the published set, which says by its manifest what it has.
create table report (
    year integer not null references cycle,
    -- empty: the committee's
    company text collate "C" not null,
    -- of all that is printed but the revision
    fingerprint text not null,
    -- of the templates, styles, fonts and wording, which the fingerprint contains
    edition text not null,
    -- of the file
    sha256 text not null,
    size bigint not null,
    -- that it was printed in, and that it bears
    revision integer not null,
    primary key (year, company)
);

-- How many papers a published revision has, and how many of them were printed for it: what is told of it when a later one has printed them again.
create table reported_revision (
    year integer not null,
    revision integer not null,
    printed integer not null,
    reports integer not null,
    primary key (year, revision),
    foreign key (year, revision) references revision
);
