var last = Execute("true", e =>
{
    e.Name = "last";
    e.OnlyWhenNotified();
});
var next = Execute("true", e =>
{
    e.Name = "next";
    e.OnlyWhenNotified();
    e.Notifies(last.Run);
});
File("/srv/one", f => f.Notifies(next.Run));
