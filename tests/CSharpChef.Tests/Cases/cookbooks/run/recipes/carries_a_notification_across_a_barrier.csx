var said = Execute("true", e =>
{
    e.Name = "said";
    e.OnlyWhenNotified();
});
var one = File("/srv/one", f => f.Notifies(said.Run));
await Converge();
File(one.Changed ? "/srv/changed" : "/srv/unchanged");
