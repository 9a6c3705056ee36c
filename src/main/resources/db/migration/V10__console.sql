-- Who uses the console.

create table app_user (
    name text collate "C" primary key,
    full_name text not null,
    -- as Spring Security's delegating encoder writes it; null: logs in elsewhere
    password text,
    must_change boolean not null default false,
    active boolean not null default true,
    created_at timestamptz not null,
    changed_at timestamptz not null
);

create table user_role (
    name text collate "C" not null references app_user on delete cascade,
    role text not null,
    primary key (name, role)
);

create table api_token (
    id bigint generated always as identity primary key,
    owner text collate "C" not null references app_user on delete cascade,
    title text not null,
    sha256 text not null unique,
    roles text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz
);

create table login_attempt (
    name text collate "C" not null,
    address text not null,
    at timestamptz not null
);

create index login_attempt_name on login_attempt (name, at);
create index login_attempt_address on login_attempt (address, at);

-- One of several servers runs a job on its date: who holds the lock decides, and writes down that the date is done.

create table shedlock (
    name text primary key,
    lock_until timestamp not null,
    locked_at timestamp not null,
    locked_by text not null
);

create table scheduled_job (
    name text collate "C" primary key,
    cron text not null,
    zone text not null,
    -- dates before it never count; set anew when cron or zone change
    since timestamptz not null,
    -- the last date that was dealt with, and how
    date timestamptz,
    outcome text not null default '',
    message text not null default '',
    run bigint references run
);
