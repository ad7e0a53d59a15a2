create table work (
    id text not null primary key,
    kind text not null,
    due text not null,
    wakes integer not null,
    owner text
);

create index work_due on work (due);

create table server (
    id text not null primary key,
    until text not null
);

create table command_log (
    command text not null,
    start integer not null,
    size integer not null,
    body text not null,
    primary key (command, start)
);

create table command_run (
    command text not null primary key,
    body text not null
);

create table command_result (
    command text not null,
    number integer not null,
    body text not null,
    primary key (command, number)
);

insert into listing (kind, owner, id)
select kind, ({body} ->> 'InstanceId') || '/queue', id from document
where kind = 'command' and {body} ->> 'Status' = 'pending';
