insert into listing (kind, owner, id)
select kind, ({body} ->> 'StackId') || '/' || ({body} ->> 'Status'), id from document where kind = 'instance';
