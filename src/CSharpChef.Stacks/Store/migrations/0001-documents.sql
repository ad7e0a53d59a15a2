create table document (
    kind text not null,
    id text not null,
    version integer not null,
    updated text not null,
    body text not null,
    primary key (kind, id)
);

create table listing (
    kind text not null,
    owner text not null,
    id text not null,
    primary key (kind, owner, id)
);

create index listing_id on listing (kind, id);

create table name (
    scope text not null,
    name text not null,
    kind text not null,
    id text not null,
    primary key (scope, name)
);

create table secret (
    id text not null primary key,
    kind text not null,
    owner text not null,
    key text not null,
    sealed text not null
);

create index secret_owner on secret (kind, owner);
create index secret_key on secret (key);

create table activity (
    seq {identity} primary key,
    at text not null,
    stack text,
    subject text,
    operation text not null,
    actor text not null,
    credential text not null,
    address text not null,
    request text not null,
    outcome text not null,
    body text not null
);

create index activity_stack on activity (stack, seq);
create index activity_subject on activity (subject, seq);
create index activity_at on activity (at);
