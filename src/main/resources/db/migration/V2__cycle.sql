-- A rated year, its revisions and its runs.

create table rating (
    only_one boolean primary key default true check (only_one),
    methodology_id text not null
);

create table methodology (
    sha256 text primary key,
    id text not null,
    version text not null,
    content text not null,
    unique (id, version)
);

create table cycle (
    year integer primary key,
    methodology_sha256 text not null references methodology,
    first_run_on date not null
);

-- Who may run a cycle: the token grows with every holder.
create table cycle_lock (
    year integer primary key,
    token bigint not null,
    holder text not null,
    since timestamptz not null
);

create table revision (
    year integer not null references cycle,
    number integer not null,
    methodology_sha256 text not null references methodology,
    cutoff date not null,
    rules_version integer not null,
    output_options text not null,
    -- the last act of the committee that it takes in; 0: none
    last_act bigint not null,
    -- what was read: null until every file has been read to its end
    fingerprint text,
    state text not null check (state in ('running', 'failed', 'completed')),
    primary key (year, number)
);

-- A run with all that it was told, so that it can be told the same again.
create table run (
    id bigint generated always as identity primary key,
    year integer not null references cycle,
    -- null until the inventory is taken
    revision integer,
    -- of the lock that it holds: a run that is written down twice is one run
    token bigint not null,
    holder text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    outcome text not null check (outcome in ('running', 'failed', 'completed')),
    message text not null default '',
    -- its name in the home's folder logs; empty where there is none
    log text not null default '',
    methodology_sha256 text not null references methodology,
    inbox text not null,
    out text not null,
    cutoff date,
    language text not null,
    chunk_size integer not null,
    threads integer not null,
    reports boolean not null,
    reports_folder text,
    official_texts text,
    class_labels text[] not null,
    class_bounds numeric[] not null,
    classes_version text not null,
    -- null where the job names none
    disagreement numeric,
    job_name text not null,
    job_text text not null,
    unique (year, token),
    foreign key (year, revision) references revision
);

-- What a partitioned step does at a time: files for discover, companies for assess, papers for report.
create table chunk (
    year integer not null,
    revision integer not null,
    step text not null,
    number integer not null,
    first text collate "C" not null,
    last text collate "C" not null,
    items integer not null,
    state text not null check (state in ('waiting', 'failed', 'done')),
    primary key (year, revision, step, number),
    foreign key (year, revision) references revision
);

-- What ever failed, never changed nor removed: history once the chunk is done or its revision replaced.
create table chunk_failure (
    run bigint not null references run,
    step text not null,
    number integer not null,
    first text collate "C" not null,
    last text collate "C" not null,
    items integer not null,
    -- that the failure has to do with; empty where none
    file text not null,
    cause text not null,
    attempts integer not null,
    failed_at timestamptz not null,
    primary key (run, step, number)
);
