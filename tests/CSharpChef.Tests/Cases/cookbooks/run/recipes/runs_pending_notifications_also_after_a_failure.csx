var said = Execute("true", e =>
{
    e.Name = "said";
    e.OnlyWhenNotified();
});
File("/srv/one", f => f.Notifies(said.Run));
File("/no/such/folder/file");
File("/srv/two");
