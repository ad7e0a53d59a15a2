create table answer (
    id text not null primary key,
    at text not null,
    key text not null,
    sealed text not null
);

create index answer_at on answer (at);
create index answer_key on answer (key);

insert into answer (id, at, key, sealed) select id, owner, key, sealed from secret where kind = 'answer';
delete from secret where kind = 'answer';
