-- Who did what when. An entry holds the hash of the one before it, so that a changed or missing one shows; and nobody changes any.

create table audit_entry (
    -- 0: of the home
    year integer not null,
    -- 1… in its year: each year is a chain of its own
    number bigint not null,
    at timestamptz not null,
    who text not null,
    act text not null,
    subject text not null,
    before text not null,
    after text not null,
    -- of the entry before; of the first, 64 zeros
    previous_sha256 text not null,
    sha256 text not null,
    primary key (year, number)
);

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only';
end
$$;

create trigger append_only before update or delete on audit_entry
    for each row execute function refuse_change_of_audit();
create trigger never_emptied before truncate on audit_entry
    for each statement execute function refuse_change_of_audit();

revoke update, delete, truncate on audit_entry from public;
do $$
begin
    execute format('revoke update, delete, truncate on audit_entry from %I', current_user);
end
$$;
