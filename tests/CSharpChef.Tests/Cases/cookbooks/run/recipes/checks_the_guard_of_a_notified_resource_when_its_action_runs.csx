var said = Execute("true", e =>
{
    e.Name = "said";
    e.OnlyIf("test -e /srv/not-there");
    e.OnlyWhenNotified();
});
File("/srv/one", f => f.Notifies(said.Run));
