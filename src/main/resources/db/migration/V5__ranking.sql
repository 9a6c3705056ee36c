-- Who stands where in a revision. Written whole and read whole: keys, and the check of each row's revision, would cost more than the rows.

create table ranked_company (
    year integer not null,
    revision integer not null,
    company text collate "C" not null,
    rank integer not null
);
