var second = Execute("true", e =>
{
    e.Name = "second";
    e.OnlyWhenNotified();
});
var first = Execute("true", e =>
{
    e.Name = "first";
    e.OnlyWhenNotified();
    e.Notifies(second.Run, Immediately);
});
File("/srv/one", f => f.Notifies(first.Run, Immediately));
File("/srv/two", f => f.Notifies(first.Run, Immediately));
